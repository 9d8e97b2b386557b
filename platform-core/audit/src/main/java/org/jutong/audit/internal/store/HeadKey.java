package org.jutong.audit.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** The primary key of a head. */
final class HeadKey implements Serializable {

    private static final long serialVersionUID = 1L;

    long seq;
    String key;

    HeadKey() {}

    HeadKey(long seq, String key) {
        this.seq = seq;
        this.key = key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeadKey that && seq == that.seq && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(seq, key);
    }
}
