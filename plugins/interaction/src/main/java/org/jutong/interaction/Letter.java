package org.jutong.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stored letter.
 *
 * @param id unique in the site
 * @param name never shown in public
 * @param contact never shown in public
 * @param answer empty while pending
 * @param publishedAt empty until published
 * @param version counts the changes; whoever changes the letter may say which one was read
 */
public record Letter(
        long id,
        QueryCode code,
        LetterType type,
        String title,
        String text,
        String name,
        String contact,
        LetterState state,
        Instant created,
        Optional<Answer> answer,
        Optional<Instant> publishedAt,
        int version) {

    /**
     * The site's answer.
     *
     * @param by the account that wrote it; never shown in public
     */
    public record Answer(String text, String by, Instant at) {

        /** The answer's paragraphs, for pages. */
        public List<String> paragraphs() {
            return split(text);
        }
    }

    /** The letter's paragraphs, for pages. */
    public List<String> paragraphs() {
        return split(text);
    }

    /** The sender's name as lists show it: 张**. */
    public String maskedName() {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "**";
    }

    /** The contact as lists show it: {@code 138****0000}, {@code z***@example.org}. */
    public String maskedContact() {
        int at = contact.indexOf('@');
        if (at > 0) {
            return contact.substring(0, contact.offsetByCodePoints(0, 1)) + "***" + contact.substring(at);
        }
        return contact.substring(0, 3) + "****" + contact.substring(contact.length() - 2);
    }

    private static List<String> split(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
