package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key that signs the tree's manifest; made at first use and readable by its owner alone. Thread-safe. */
public final class Seal {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "tree.key";
    private static final String PUBLIC = "tree.pub";

    private final PrivateKey key;
    private final String publicPem;

    private Seal(PrivateKey key, String publicPem) {
        this.key = key;
        this.publicPem = publicPem;
    }

    /** @throws IllegalArgumentException where a file is there and is no key */
    public static Seal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (!Files.exists(folder.resolve(PRIVATE))) {
            make(folder);
        }
        try {
            byte[] der = der(Files.readString(folder.resolve(PRIVATE)));
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            return new Seal(key, Files.readString(folder.resolve(PUBLIC)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(folder.resolve(PRIVATE) + " is no Ed25519 key", e);
        }
    }

    /** The private half is named last: until then there is no key. */
    private static void make(Path folder) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.writeString(
                    folder.resolve(PUBLIC), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            Path part = folder.resolve(PRIVATE + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.move(part, folder.resolve(PRIVATE), StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java machine since 15 has Ed25519", e);
        }
    }

    /** The public half, as PEM. */
    public String publicKey() {
        return publicPem;
    }

    /** The signature over these bytes; 64 bytes, as {@code openssl pkeyutl -rawin} takes them. */
    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key signs", e);
        }
    }

    /**
     * Whether the signature is that of the key's owner over these bytes.
     *
     * @throws IllegalArgumentException where the text is no PEM of an Ed25519 public key
     */
    static boolean isSigned(String publicPem, byte[] content, byte[] signature) {
        PublicKey known;
        try {
            known = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der(publicPem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not the PEM of an Ed25519 public key", e);
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(known);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
