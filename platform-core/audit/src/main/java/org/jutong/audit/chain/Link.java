package org.jutong.audit.chain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of a chain as it is stored or was exported. Nothing in it is checked on construction: what was tampered
 * with must be readable, too.
 *
 * <p>The hash is taken over the algorithm's name, the previous hash, the number and each field of the content, in this
 * order, each written as its length in UTF-8 bytes in decimal digits, a colon, the bytes, and a comma ({@code 3:abc,}).
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
        return new Link(seq, content, algorithm.id(), previous, computed(seq, content, algorithm, previous));
    }

    /** Whether the hash is that of what the entry says. */
    public boolean isSound() {
        return isSoundAs(seq, previous);
    }

    /** Whether the hash would be right if the entry had this number and followed this hash. */
    boolean isSoundAs(long number, String follows) {
        return HashAlgorithm.of(algorithm)
                .filter(known -> computed(number, content, known, follows).equals(hash))
                .isPresent();
    }

    /** The hash that the entry should have, whatever it says; empty where the algorithm is unknown. */
    Optional<String> computed() {
        return HashAlgorithm.of(algorithm).map(known -> computed(seq, content, known, previous));
    }

    private static String computed(long seq, List<String> content, HashAlgorithm algorithm, String previous) {
        Stream<String> fields =
                Stream.concat(Stream.of(algorithm.id(), previous, Long.toString(seq)), content.stream());
        return algorithm.hash(Canonical.bytes(fields.toList()));
    }
}
