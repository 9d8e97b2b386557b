package org.jutong.identity.internal.rest;

import org.jutong.plugin.Problem;

/** What the lists of this bundle have in common. */
final class Page {

    private static final int LARGEST = 200;

    private Page() {}

    /** @throws Problem {@code limit_invalid} (400) */
    static void requireLimit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit_invalid", "limit", LARGEST);
        }
    }
}
