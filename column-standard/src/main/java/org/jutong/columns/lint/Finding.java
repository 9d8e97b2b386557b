package org.jutong.columns.lint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jutong.columns.Basis;

/**
 * Something that a page does not do as the standard asks.
 *
 * @param id its address, 16 hexadecimal digits made from rule and place: the same thing found again has the same
 * @param rule what was looked for
 * @param severity how grave it is
 * @param blocks whether an article with it is not published
 * @param page the path of the page; empty for the site as a whole
 * @param field what on the page, such as {@code tag:PubDate} or {@code link:https://example.com/}
 * @param message the key of its words in this bundle's texts
 * @param arguments what stands in the words: the name of the thing, then what was found
 * @param suggestion what could stand there instead; empty where nothing can be said
 * @param basis the rule's source
 */
public record Finding(
        String id,
        Rule rule,
        Severity severity,
        boolean blocks,
        String page,
        String field,
        String message,
        List<String> arguments,
        Optional<String> suggestion,
        Basis basis) {

    /** The address of what a rule says about a place. */
    public static String idOf(Rule rule, String page, String field) {
        try {
            byte[] place = (rule.id() + "\n" + page + "\n" + field).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(place);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
