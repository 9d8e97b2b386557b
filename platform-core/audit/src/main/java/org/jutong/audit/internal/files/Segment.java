package org.jutong.audit.internal.files;

import java.util.List;
import org.jutong.audit.chain.PublicHalf;
import org.jutong.audit.chain.SigningKey;

/**
 * A file of the archive as the manifest lists it.
 *
 * @param file its name, beside the manifest
 * @param from the number of its first entry
 * @param until the number of its last one
 * @param previous the hash that the first entry follows
 * @param hash the hash of the last one
 * @param sha256 of the file
 * @param time when it was made, milliseconds since 1970-01-01T00:00Z
 * @param key which key signed
 * @param signature over all fields before it, base64
 */
public record Segment(
        String file,
        long from,
        long until,
        String previous,
        String hash,
        String sha256,
        long time,
        String key,
        String signature) {

    /** The same, signed. */
    public Segment signed(SigningKey by) {
        Segment named = with(by.publicHalf().id(), "");
        return named.with(named.key, by.sign(named.statement()));
    }

    public boolean isSignedBy(PublicHalf half) {
        return half.id().equals(key) && half.signed(statement(), signature);
    }

    private Segment with(String newKey, String newSignature) {
        return new Segment(file, from, until, previous, hash, sha256, time, newKey, newSignature);
    }

    private List<String> statement() {
        return List.of(
                "jutong-audit-segment-1",
                file,
                Long.toString(from),
                Long.toString(until),
                previous,
                hash,
                sha256,
                Long.toString(time),
                key);
    }
}
