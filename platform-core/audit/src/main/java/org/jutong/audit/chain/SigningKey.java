package org.jutong.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** An Ed25519 key that signs. Its text forms never show it, but for {@link #pem()}. Immutable. */
public final class SigningKey {

    private final PrivateKey key;
    private final PublicHalf publicHalf;

    private SigningKey(PrivateKey key, PublicHalf publicHalf) {
        this.key = key;
        this.publicHalf = publicHalf;
    }

    /** A new one. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(PublicHalf.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), new PublicHalf(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java machine since 15 has Ed25519", e);
        }
    }

    /** @throws IllegalArgumentException where the text is no PEM of an Ed25519 private key, or not that of the half */
    public static SigningKey ofPem(String pem, PublicHalf publicHalf) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            PrivateKey key = KeyFactory.getInstance(PublicHalf.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
            SigningKey read = new SigningKey(key, publicHalf);
            List<String> sample = List.of("sample");
            if (!publicHalf.signed(sample, read.sign(sample))) {
                throw new IllegalArgumentException("The private key does not belong to the public key");
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not the PEM of an Ed25519 private key", e);
        }
    }

    /** PKCS#8, for a file that its owner alone may read. */
    public String pem() {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    public PublicHalf publicHalf() {
        return publicHalf;
    }

    /** The head of a chain whose last entry is this one. */
    public Head head(long seq, String hash, long time) {
        Head unsigned = new Head(seq, hash, time, PublicHalf.ALGORITHM, publicHalf.id(), "");
        return new Head(seq, hash, time, unsigned.algorithm(), unsigned.key(), sign(unsigned.statement()));
    }

    /** The signature over these fields, base64. */
    public String sign(List<String> statement) {
        try {
            Signature signature = Signature.getInstance(PublicHalf.ALGORITHM);
            signature.initSign(key);
            signature.update(Canonical.bytes(statement));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key signs", e);
        }
    }
}
