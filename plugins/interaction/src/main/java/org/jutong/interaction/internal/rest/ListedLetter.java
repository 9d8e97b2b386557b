package org.jutong.interaction.internal.rest;

import java.time.Instant;
import org.jutong.interaction.Letter;

/** A letter in the staff's list: name and contact masked, because a list is looked over by many eyes. */
public record ListedLetter(
        long id,
        String code,
        String type,
        String title,
        String name,
        String contact,
        String state,
        Instant created,
        Instant answeredAt,
        Instant publishedAt,
        int version) {

    static ListedLetter of(Letter letter) {
        return new ListedLetter(
                letter.id(),
                letter.code().value(),
                letter.type().id(),
                letter.title(),
                letter.maskedName(),
                letter.maskedContact(),
                letter.state().id(),
                letter.created(),
                letter.answer().map(Letter.Answer::at).orElse(null),
                letter.publishedAt().orElse(null),
                letter.version());
    }
}
