package org.jutong.interaction.internal.rest;

import java.time.Instant;
import org.jutong.interaction.Letter;

/** A letter as whoever knows its code sees it: without name and contact. */
public record FollowedLetter(
        String code,
        String type,
        String title,
        String text,
        String state,
        Instant created,
        String answer,
        Instant answeredAt,
        Instant publishedAt) {

    static FollowedLetter of(Letter letter) {
        return new FollowedLetter(
                letter.code().value(),
                letter.type().id(),
                letter.title(),
                letter.text(),
                letter.state().id(),
                letter.created(),
                letter.answer().map(Letter.Answer::text).orElse(null),
                letter.answer().map(Letter.Answer::at).orElse(null),
                letter.publishedAt().orElse(null));
    }
}
