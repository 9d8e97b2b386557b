package org.jutong.audit.internal;

import org.jutong.audit.Entry;
import org.jutong.audit.chain.Link;

/** The entry that the next one follows. */
record Tail(long seq, String hash) {

    /** That of a chain without entries. */
    static final Tail NONE = new Tail(0, Link.BEFORE_FIRST);

    static Tail of(Entry entry) {
        return new Tail(entry.seq(), entry.hash());
    }
}
