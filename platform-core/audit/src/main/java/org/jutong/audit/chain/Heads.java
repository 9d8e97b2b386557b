package org.jutong.audit.chain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** What signed heads say of a chain: for some numbers, the hash. Takes heads of known keys alone. Not thread-safe. */
public final class Heads {

    private final Map<String, PublicHalf> keys = new HashMap<>();
    private final TreeMap<Long, String> hashes = new TreeMap<>();
    private final TreeSet<Long> forged = new TreeSet<>();

    /** @param keys whose heads count */
    public Heads(Collection<PublicHalf> keys) {
        keys.forEach(key -> this.keys.put(key.id(), key));
    }

    /** Takes what was kept somewhere; the same head may come from several places. */
    public void add(Head head) {
        PublicHalf key = keys.get(head.key());
        if (key == null || !key.signed(head)) {
            forged.add(head.seq());
            return;
        }
        String other = hashes.putIfAbsent(head.seq(), head.hash());
        if (other != null && !other.equals(head.hash())) {
            // signed twice with different hashes: whoever had the key lied once
            forged.add(head.seq());
        }
    }

    /** How many numbers have a valid head. */
    public int size() {
        return hashes.size();
    }

    /** The greatest number that a valid head names. */
    public OptionalLong newest() {
        return hashes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(hashes.lastKey());
    }

    Optional<String> hash(long seq) {
        return Optional.ofNullable(hashes.get(seq));
    }

    Collection<Long> forged() {
        return forged;
    }
}
