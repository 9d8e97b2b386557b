package org.jutong.columns.drift;

import org.jutong.columns.Basis;

/**
 * One way in which a site's columns differ from the standard. Its words are the text {@code drift.} and the kind in lower
 * case, with key, expected and found as arguments 0 to 2.
 *
 * @param kind what differs
 * @param key the column on the site, or the one that it lacks
 * @param expected what the standard says; empty where it says nothing
 * @param found what the site has; empty where it has nothing
 * @param basis the rule
 */
public record Deviation(Kind kind, String key, String expected, String found, Basis basis) {

    /** What differs. */
    public enum Kind {
        /** The site lacks a column of the standard. */
        MISSING,
        /** A column of the site's own, where the standard allows it. The only kind that needs no mending. */
        LOCAL,
        /** A column of the site's own, where the standard allows none, none more or none of its type. */
        EXTRA,
        /** A column of an earlier version that another one replaces (expected is its key) or that is gone. */
        SUPERSEDED,
        /** Another title. */
        RENAMED,
        /** Below another column. */
        MOVED,
        /** Behind a sibling that it should precede. */
        REORDERED,
        /** Another ColumnType. */
        WRONG_TYPE,
        /** Another update clock. */
        WRONG_CLOCK
    }
}
