package org.jutong.web.internal.http;

import java.io.IOException;
import org.jutong.plugin.Problem;

/** A request's body went over the cap while it was read. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    /** The refusal: {@code body_too_large} (413) with the cap in KB. */
    public static Problem problem() {
        return Problem.of(413, "body_too_large", SafetyFilter.MAX_BODY / 1024);
    }
}
