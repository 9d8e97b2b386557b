package org.jutong.sitegroup.internal;

import java.util.Optional;
import org.jutong.plugin.Problem;

/** The key by which a repeated request is known: 1 to 64 visible ASCII characters, and the person who sends it. */
final class IdempotencyKey {

    private IdempotencyKey() {}

    static Optional<String> checked(Optional<String> key) {
        key.filter(k -> !k.matches("[!-~]{1,64}")).ifPresent(k -> {
            throw Problem.invalid("idempotency_key_invalid", "Idempotency-Key");
        });
        return key;
    }

    /** The key was used for something else; answering with that would hide the mistake. */
    static Problem reused() {
        return Problem.conflict("idempotency_key_taken");
    }
}
