package org.jutong.interaction.internal.rest;

import org.jutong.interaction.Letter;

/** A letter as the citizen who wrote it while signed in sees it. */
public record OwnLetter(long id, FollowedLetter letter) {

    static OwnLetter of(Letter letter) {
        return new OwnLetter(letter.id(), FollowedLetter.of(letter));
    }
}
