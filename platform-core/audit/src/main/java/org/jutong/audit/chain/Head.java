package org.jutong.audit.chain;

import java.util.List;

/**
 * A signed statement of how far a chain had come. Whoever keeps it outside the machine can prove what the chain was.
 *
 * @param seq the number of the last entry
 * @param hash its hash
 * @param time when it was signed, milliseconds since 1970-01-01T00:00Z
 * @param algorithm that of the signature, {@code Ed25519}
 * @param key which key signed, see {@link PublicHalf#id()}
 * @param signature over {@link #statement()}, base64
 */
public record Head(long seq, String hash, long time, String algorithm, String key, String signature) {

    /** What is signed, in canonical form: these fields in this order. */
    List<String> statement() {
        return List.of("jutong-chain-head-1", Long.toString(seq), hash, Long.toString(time), algorithm, key);
    }
}
