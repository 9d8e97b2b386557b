package org.jutong.identity.internal.citizens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jutong.identity.internal.signin.Sealing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * HMAC-SHA-256 under a key derived from the platform's, for what must be found again without being stored: identity
 * numbers, contacts, codes. All of these are short enough to be guessed under a hash without a key. Thread-safe.
 */
@Component(service = KeyedHash.class)
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    @Activate
    public KeyedHash(@Reference Sealing sealing) {
        this.key = new SecretKeySpec(sealing.keyFor("citizens"), ALGORITHM);
    }

    /**
     * 64 hexadecimal digits.
     *
     * @param kind what the value is; the same value of another kind has another hash
     */
    public String of(String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
