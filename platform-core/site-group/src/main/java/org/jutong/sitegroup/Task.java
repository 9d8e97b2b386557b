package org.jutong.sitegroup;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * Long work that goes on by itself, survives a restart, and says how far it is.
 *
 * @param id its number
 * @param kind what it does, such as {@code merge}
 * @param site the site it works on; empty for work on many
 * @param state how it stands
 * @param done how many of its items are done
 * @param total how many there are, as far as is known; 0 before it is
 * @param by who asked for it
 * @param at when
 * @param ended when it ended
 * @param code the code of the refusal that ended it; empty otherwise
 * @param words that refusal in words, or what is worth knowing of the result
 */
public record Task(
        long id,
        String kind,
        Optional<SiteCode> site,
        State state,
        int done,
        int total,
        String by,
        Instant at,
        Optional<Instant> ended,
        Optional<String> code,
        Optional<String> words) {

    /** How a task stands. The names are stored and must never change. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** The lower-case name used in REST. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more will happen by itself. */
        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * What became of one item.
     *
     * @param position from 1, in the order of the work
     * @param item the page, site or column concerned
     * @param outcome such as {@code imported}, {@code skipped}, {@code refused}
     * @param code why; empty where nothing is to be said
     * @param words the same in words
     */
    public record Line(int position, String item, String outcome, Optional<String> code, String words) {}
}
