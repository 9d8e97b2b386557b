package org.jutong.audit.chain;

/**
 * What is wrong with a chain, and where exactly.
 *
 * @param kind what was done to it
 * @param from the number of the first entry concerned
 * @param until the number of the last one; equal to {@code from} where there is one
 */
public record Fault(Kind kind, long from, long until) {

    /** The number, or the first and the last of several: {@code 7} or {@code 7–9}. */
    public String range() {
        return from == until ? Long.toString(from) : from + "–" + until;
    }

    /** What can be done to a chain. The names are part of the REST interface. */
    public enum Kind {
        /** The content, the number or a hash of the entry is not what it was when it was written. */
        EDITED,

        /** The entries were there and are not. */
        DELETED,

        /** The entries stand where others were: their own places are elsewhere. */
        REORDERED,

        /** The entries were put between others later. */
        INSERTED,

        /** A signed head says that the chain once reached {@code until}; it ends before {@code from}. */
        TRUNCATED,

        /** The hashes fit each other but not the signed heads: these entries were written anew by somebody. */
        REWRITTEN,

        /** The signature of the head of entry {@code from} is not valid, or not by a known key. */
        FORGED_HEAD,

        /** A file says of itself what it does not hold: its manifest, its name or a line cannot be right. */
        BROKEN_FILE
    }
}
