package org.jutong.interaction.internal.rest;

import java.time.Instant;
import java.time.ZoneId;
import org.jutong.interaction.Letter;
import org.jutong.plugin.PersonalData;
import org.jutong.plugin.SiteContext;

/** A letter as the one who answers it sees it; made only by noting that somebody does. */
public record FullLetter(
        long id,
        String code,
        String type,
        String title,
        String text,
        String name,
        String contact,
        String state,
        Instant created,
        String answer,
        String answeredBy,
        Instant answeredAt,
        Instant publishedAt,
        int version) {

    /**
     * Notes, for the person who wrote the letter, that the site's actor is shown it, and shows it.
     *
     * @param zone of the date that the note names
     * @param purpose what for
     */
    static FullLetter shown(PersonalData personal, SiteContext site, Letter letter, ZoneId zone, String purpose) {
        personal.shown(site, letter.person(), letter.label(zone), purpose);
        return new FullLetter(
                letter.id(),
                letter.code().value(),
                letter.type().id(),
                letter.title(),
                letter.text(),
                letter.name(),
                letter.contact(),
                letter.state().id(),
                letter.created(),
                letter.answer().map(Letter.Answer::text).orElse(null),
                letter.answer().map(Letter.Answer::by).orElse(null),
                letter.answer().map(Letter.Answer::at).orElse(null),
                letter.publishedAt().orElse(null),
                letter.version());
    }
}
