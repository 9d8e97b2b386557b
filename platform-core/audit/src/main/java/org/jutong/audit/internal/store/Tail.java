package org.jutong.audit.internal.store;

import org.jutong.audit.Entry;
import org.jutong.audit.chain.Link;

/**
 * The entry that the next one follows.
 *
 * @param seq its number
 * @param hash its hash
 */
public record Tail(long seq, String hash) {

    /** That of a chain without entries. */
    public static final Tail NONE = new Tail(0, Link.BEFORE_FIRST);

    /** The entry as a tail. */
    public static Tail of(Entry entry) {
        return new Tail(entry.seq(), entry.hash());
    }
}
