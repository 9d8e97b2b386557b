package org.jutong.itests.platform;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The app on somebody's phone: six digits every thirty seconds, RFC 6238. */
public final class Authenticator {

    private final SecretKeySpec secret;

    /** From the secret as the platform shows it, in base32. */
    public Authenticator(String base32) {
        secret = new SecretKeySpec(new Base32().decode(base32), "HmacSHA1");
    }

    /** The code of now. */
    public String code() {
        return codeAt(Instant.now());
    }

    /** The code of another moment. */
    public String codeAt(Instant time) {
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(secret, time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
