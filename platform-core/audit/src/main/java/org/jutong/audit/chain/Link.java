package org.jutong.audit.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a chain as it is stored or was exported. Nothing in it is checked on construction: what was tampered
 * with must be readable, too.
 *
 * <p>The hash is taken over the algorithm's name, the previous hash, the number and each field of the content, in this
 * order, each written as its length in UTF-8 bytes in decimal digits, a colon, the bytes, and a comma ({@code 3:abc,}).
 * Lengths make the form unambiguous: no content can be cut differently and give the same bytes.
 *
 * @param seq the number: the first is 1, each next one is greater by 1
 * @param content the fields, in an order that is fixed for the chain
 * @param algorithm the name of the hash function, see {@link HashAlgorithm#id()}
 * @param previous the hash of the entry before, {@link #BEFORE_FIRST} for the first
 * @param hash that of this entry, 64 lower-case hexadecimal digits
 */
public record Link(long seq, List<String> content, String algorithm, String previous, String hash) {

    /** Stands for the hash of the entry before the first. */
    public static final String BEFORE_FIRST = "0".repeat(64);

    public Link {
        content = List.copyOf(content);
    }

    /** A new entry that follows the given hash. */
    public static Link seal(long seq, List<String> content, HashAlgorithm algorithm, String previous) {
        return new Link(
                seq,
                content,
                algorithm.id(),
                previous,
                computed(seq, content, algorithm.id(), previous).orElseThrow());
    }

    /** Whether the hash is that of what the entry says. */
    public boolean isSound() {
        return isSoundAs(seq, previous);
    }

    /** Whether the hash would be right if the entry had this number and followed this hash. */
    boolean isSoundAs(long number, String follows) {
        return computed(number, content, algorithm, follows)
                .filter(hash::equals)
                .isPresent();
    }

    /** The hash that the entry should have, whatever it says; empty where the algorithm is unknown. */
    Optional<String> computed() {
        return computed(seq, content, algorithm, previous);
    }

    private static Optional<String> computed(long seq, List<String> content, String algorithm, String previous) {
        return HashAlgorithm.of(algorithm).map(known -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            append(bytes, algorithm);
            append(bytes, previous);
            append(bytes, Long.toString(seq));
            content.forEach(field -> append(bytes, field));
            return known.hash(bytes.toByteArray());
        });
    }

    private static void append(ByteArrayOutputStream bytes, String field) {
        byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(utf8);
        bytes.write(',');
    }
}
