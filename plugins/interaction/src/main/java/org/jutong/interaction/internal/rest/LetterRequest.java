package org.jutong.interaction.internal.rest;

import org.jutong.interaction.LetterDraft;

/** A letter as a citizen sends it; {@link LetterDraft} checks it. */
public record LetterRequest(String type, String title, String text, String name, String contact) {

    LetterDraft draft() {
        return LetterDraft.typed(type, title, text, name, contact);
    }
}
