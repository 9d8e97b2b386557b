package org.jutong.identity.internal.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** The codes of an authenticator app (RFC 6238): six digits, SHA-1, a new one each 30 seconds. Thread-safe. */
final class Totp {

    static final int SECRET_BYTES = 20;

    // how far the clock of the phone may be off, in steps of 30 seconds (RFC 6238, 5.2)
    private static final int SKEW = 1;
    private static final int DIGITS = 6;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /** The step whose code this is, later than the one given; empty where it is none of those that count now. */
    OptionalLong step(byte[] secret, String code, Instant now, long after) {
        byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
        if (given.length != DIGITS) {
            return OptionalLong.empty();
        }
        long current = now.getEpochSecond() / generator.getTimeStep().toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - SKEW; step <= current + SKEW; step++) {
            if (MessageDigest.isEqual(given, code(secret, step).getBytes(StandardCharsets.UTF_8)) && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a moment. */
    String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / generator.getTimeStep().toSeconds());
    }

    private String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
