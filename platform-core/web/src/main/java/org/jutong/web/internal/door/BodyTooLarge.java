package org.jutong.web.internal.door;

import java.io.IOException;
import org.jutong.plugin.Problem;

/** A request's body went over the cap while it was read. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long cap;

    /** @param cap in bytes */
    BodyTooLarge(long cap) {
        this.cap = cap;
    }

    /** The refusal: {@code body_too_large} (413) with the cap in KB. */
    public Problem problem() {
        return Problem.of(413, "body_too_large", cap / 1024);
    }
}
