package org.jutong.interaction.internal.rest;

import java.time.Instant;
import org.jutong.interaction.Letter;

/** A published letter as everybody sees it: without code, name and contact. */
public record PublishedLetter(
        long id,
        String type,
        String title,
        String text,
        Instant created,
        String answer,
        Instant answeredAt,
        Instant publishedAt) {

    static PublishedLetter of(Letter letter) {
        return new PublishedLetter(
                letter.id(),
                letter.type().id(),
                letter.title(),
                letter.text(),
                letter.created(),
                letter.answer().map(Letter.Answer::text).orElse(null),
                letter.answer().map(Letter.Answer::at).orElse(null),
                letter.publishedAt().orElse(null));
    }
}
