package org.jutong.audit.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The hash functions of a chain. Each entry names its own, so that a chain goes on when the setting changes. */
public enum HashAlgorithm {
    /** FIPS 180-4. */
    SHA_256("SHA-256"),

    /** GB/T 32905-2016, for systems that must use the national algorithms. */
    SM3("SM3");

    private final String id;

    HashAlgorithm(String id) {
        this.id = id;
    }

    /** The name in settings, entries and files. */
    public String id() {
        return id;
    }

    /** The algorithm of this name, if there is one. */
    public static Optional<HashAlgorithm> of(String id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hash(byte[] bytes) {
        return HexFormat.of().formatHex(this == SM3 ? sm3(bytes) : sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java machine has SHA-256", e);
        }
    }

    private static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }
}
