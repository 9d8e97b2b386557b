package org.jutong.audit;

import java.util.List;
import org.jutong.audit.chain.Link;

/**
 * An entry as it is stored. Everything is text, also what {@link Action}, {@link Outcome} and {@link Origin.Channel}
 * list: what was tampered with, or written by a later version, must be readable. Absent values are empty; nothing is
 * {@code null}.
 *
 * @param seq the number in the chain, without gaps from 1
 * @param time when it was recorded, milliseconds since 1970-01-01T00:00Z
 * @param actor the account's name, empty for nobody
 * @param actorName the name shown to people
 * @param behalf the account whose duties the actor stood in for, mostly empty
 * @param action what was done or tried
 * @param outcome how it ended
 * @param site the site's code, empty where none is concerned
 * @param object on what
 * @param channel through which door
 * @param address the caller's network address, empty where there is none
 * @param detail what else was said
 * @param algorithm the hash function
 * @param previous the hash of the entry before
 * @param hash that of this entry
 */
public record Entry(
        long seq,
        long time,
        String actor,
        String actorName,
        String behalf,
        String action,
        String outcome,
        String site,
        String object,
        String channel,
        String address,
        String detail,
        String algorithm,
        String previous,
        String hash) {

    /** The entry as a link of its chain; the order of the fields is part of the canonical form. */
    public Link link() {
        List<String> content = List.of(
                Long.toString(time), actor, actorName, behalf, action, outcome, site, object, channel, address, detail);
        return new Link(seq, content, algorithm, previous, hash);
    }

    /** The entry that {@link #link()} makes this link of. */
    public static Entry of(Link link) {
        List<String> c = link.content();
        return new Entry(
                link.seq(),
                Long.parseLong(c.get(0)),
                c.get(1),
                c.get(2),
                c.get(3),
                c.get(4),
                c.get(5),
                c.get(6),
                c.get(7),
                c.get(8),
                c.get(9),
                c.get(10),
                link.algorithm(),
                link.previous(),
                link.hash());
    }
}
