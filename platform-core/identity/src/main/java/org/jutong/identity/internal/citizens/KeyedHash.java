package org.jutong.identity.internal.citizens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * HMAC-SHA-256 under the platform's own key, for what must be found again without being stored: identity numbers,
 * contacts, codes. All of these are short enough to be guessed under a hash without a key. The key is
 * {@code JUTONG_CITIZEN_KEY} (base64, 32 bytes at least; the same on every node), else {@code citizen.key} of the data
 * folder, made at the first start. Without it nothing is found again: back it up. Thread-safe.
 */
@Component(service = KeyedHash.class)
public final class KeyedHash {

    static final String FILE = "citizen.key";
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    @Activate
    public KeyedHash(BundleContext context) {
        this(
                Optional.ofNullable(System.getenv("JUTONG_CITIZEN_KEY")).filter(given -> !given.isBlank()),
                Path.of(Optional.ofNullable(context.getProperty("jutong.data")).orElse("data")));
    }

    /** Under the given key, else under the folder's, which is made where there is none. */
    public KeyedHash(Optional<String> given, Path data) {
        byte[] secret = given.map(KeyedHash::decode).orElseGet(() -> kept(data.resolve(FILE)));
        this.key = new SecretKeySpec(secret, ALGORITHM);
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

    private static byte[] decode(String given) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(given.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("JUTONG_CITIZEN_KEY is not base64.");
        }
        if (secret.length < KEY_BYTES) {
            throw new IllegalStateException("JUTONG_CITIZEN_KEY must have " + KEY_BYTES + " bytes at least.");
        }
        return secret;
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return decode(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or make " + file.toAbsolutePath(), e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "citizen",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, Base64.getEncoder().encodeToString(secret) + "\n");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
