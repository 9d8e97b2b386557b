package org.jutong.interaction;

import java.time.Instant;
import java.time.ZoneId;
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
 * @param citizen the actor name of who wrote it, where somebody was signed in
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
        Optional<String> citizen,
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

    /** What a person whom it concerns knows it by, without what it says: {@code 来信 No. 17（2026-03-02）}. */
    public String label(ZoneId zone) {
        return "来信 No. " + id + "（" + created.atZone(zone).toLocalDate() + "）";
    }

    /** Whom the letter is about, as {@link org.jutong.plugin.PersonalData} asks for it. */
    public String person() {
        return citizen.orElse(contact);
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
