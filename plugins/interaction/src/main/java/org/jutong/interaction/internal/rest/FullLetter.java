package org.jutong.interaction.internal.rest;

import java.time.Instant;
import org.jutong.interaction.Letter;

/** A letter as the one who answers it sees it. */
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

    static FullLetter of(Letter letter) {
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
