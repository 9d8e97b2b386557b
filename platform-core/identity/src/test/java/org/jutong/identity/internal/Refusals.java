package org.jutong.identity.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jutong.plugin.Problem;

/** Says what a refusal was. */
public final class Refusals {

    private Refusals() {}

    /** The problem that the call ends in; fails where there is none. */
    public static Problem refusal(ThrowingCallable call) {
        Problem problem = catchThrowableOfType(Problem.class, call);
        Assertions.assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }

    /** The code of the problem that the call ends in. */
    public static String code(ThrowingCallable call) {
        return refusal(call).code();
    }
}
