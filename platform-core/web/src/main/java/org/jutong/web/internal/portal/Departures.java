package org.jutong.web.internal.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.columns.lint.LinkTarget;
import org.unbescape.html.HtmlEscape;

/**
 * The way out of the government's sites: a link in an article that leads elsewhere goes by a page that says so. That page
 * knows only links that stand in a published article, by a hash of their address, so that nobody can make it lead to an
 * address of their own. Thread-safe.
 */
public final class Departures {

    /** Bodies come from the sanitizer, which writes attributes in double quotes. */
    private static final Pattern LINK = Pattern.compile("(<a\\s[^>]*?href=\")([^\"]*)(\")");

    private static final int KEY_BYTES = 8;

    private final LinkTarget targets;
    private final Predicate<String> isOurs;

    /**
     * @param governmentDomains domains whose hosts need no notice
     * @param ownHost under which readers reach the platform
     * @param isOurs whether a host, in lower case, is that of a site of the platform
     */
    public Departures(List<String> governmentDomains, String ownHost, Predicate<String> isOurs) {
        this.targets = new LinkTarget(governmentDomains, ownHost);
        this.isOurs = isOurs;
    }

    /** The body with its links out going by the notice, which is at {@code base} and a key. */
    String marked(String body, String base) {
        return LINK.matcher(body).replaceAll(link -> {
            String target = HtmlEscape.unescapeHtml(link.group(2));
            String way = leaves(target) ? base + key(target) : link.group(2);
            return Matcher.quoteReplacement(link.group(1) + way + link.group(3));
        });
    }

    /** The link of this key that stands in the body and leads out; empty where there is none. */
    Optional<String> target(String body, String key) {
        return LINK.matcher(body)
                .results()
                .map(link -> HtmlEscape.unescapeHtml(link.group(2)))
                .filter(target -> leaves(target) && key(target).equals(key))
                .findFirst();
    }

    private boolean leaves(String target) {
        return targets.leaves(target) && LinkTarget.host(target).filter(isOurs).isEmpty();
    }

    private static String key(String target) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(target.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
