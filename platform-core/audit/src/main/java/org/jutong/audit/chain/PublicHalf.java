package org.jutong.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The public half of an Ed25519 key pair: tells whether a signature is its owner's. Immutable. */
public final class PublicHalf {

    /** The only signature algorithm so far. */
    public static final String ALGORITHM = "Ed25519";

    private static final int ID_LENGTH = 16;

    private final PublicKey key;

    public PublicHalf(PublicKey key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException where the text is no PEM of an Ed25519 public key */
    public static PublicHalf ofPem(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return new PublicHalf(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not the PEM of an Ed25519 public key", e);
        }
    }

    /** As a file that other programs read as well. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Names the key: the first 16 hexadecimal digits of the SHA-256 of its X.509 form. */
    public String id() {
        return HashAlgorithm.SHA_256.hash(key.getEncoded()).substring(0, ID_LENGTH);
    }

    /** Whether the head is signed by the owner of this key. */
    public boolean signed(Head head) {
        return head.key().equals(id())
                && head.algorithm().equals(ALGORITHM)
                && signed(head.statement(), head.signature());
    }

    /** Whether the signature, in base64, is the owner's over these fields. */
    public boolean signed(List<String> statement, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(Canonical.bytes(statement));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
