package org.jutong.identity.internal.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jutong.identity.Seals;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Seals what must be readable again, with AES-256-GCM; what is sealed for one owner opens for no other. The key is
 * {@code JUTONG_SECRETS_KEY} (32 bytes in base64, the same on every node), else it is made at the first start and kept
 * in {@code keys/secrets.key} of the data folder, readable by the platform's user alone. Thread-safe.
 */
@Component(service = {Sealing.class, Seals.class})
public final class Sealing implements Seals {

    private static final String FILE = "keys/secrets.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    @Activate
    public Sealing(BundleContext context) {
        this(
                Optional.ofNullable(System.getenv("JUTONG_SECRETS_KEY")).filter(given -> !given.isBlank()),
                Path.of(Optional.ofNullable(context.getProperty("jutong.data")).orElse("data")));
    }

    public Sealing(Optional<String> given, Path data) {
        key = new SecretKeySpec(decode(given.orElseGet(() -> kept(data.resolve(FILE)))), "AES");
    }

    @Override
    public String seal(byte[] secret, String owner) {
        byte[] nonce = Secrets.bytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    @Override
    public byte[] open(String sealed, String owner) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, owner);
    }

    /** A key of its own for something else, derived from the one key (HMAC-SHA-256 of the purpose). */
    public byte[] keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), mac.getAlgorithm()));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A stored secret cannot be opened: is the key (JUTONG_SECRETS_KEY, " + FILE + ") another one?", e);
        }
    }

    private static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the key
        }
        throw new IllegalStateException("The key of the secrets must be 32 bytes in base64");
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path written = Files.createTempFile(
                        file.getParent(),
                        "secrets",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(written, Base64.getEncoder().encodeToString(Secrets.bytes(KEY_BYTES)) + "\n");
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key of the secrets in " + file.toAbsolutePath(), e);
        }
    }
}
