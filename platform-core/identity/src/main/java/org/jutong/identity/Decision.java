package org.jutong.identity;

import java.util.List;
import java.util.Optional;

/**
 * Whether somebody may do something somewhere, and why.
 *
 * @param allowed yes or no
 * @param path the reasons in order, each a text's key below {@code explain.} with what its placeholders are filled with
 * @param grant the one by which it is allowed
 */
public record Decision(boolean allowed, List<Step> path, Optional<Grant> grant) {
    public Decision {
        path = List.copyOf(path);
    }

    /** One reason. */
    public record Step(String key, List<Object> arguments) {
        public Step {
            arguments = List.copyOf(arguments);
        }

        /** A reason with these facts. */
        public static Step of(String key, Object... arguments) {
            return new Step(key, List.of(arguments));
        }
    }
}
