package org.jutong.columns.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.columns.Basis;

/**
 * One of the six vetoes (单项否决), each of which alone fails a site. Its words are the text {@code inspection.veto.} and the
 * kind in lower case.
 *
 * @param kind which one
 * @param state whether it applies
 * @param evidence what speaks for it, also where it is not enough for a veto, and what is not known
 * @param basis the rule
 */
public record Veto(Kind kind, State state, List<Evidence> evidence, Basis basis) {

    public Veto {
        evidence = List.copyOf(evidence);
    }

    /** The same where there may be more than what was found: it applies already, or is not known. */
    Veto ofPart() {
        return state == State.CLEAR
                ? new Veto(
                        kind,
                        State.UNKNOWN,
                        Stream.concat(evidence.stream(), Stream.of(Evidence.of(Fact.NOT_KNOWN)))
                                .toList(),
                        basis)
                : this;
    }

    /** The six vetoes. */
    public enum Kind {
        /** 安全泄密. */
        SAFETY,
        /** 站点无法访问. */
        UNREACHABLE,
        /** 首页不更新. */
        HOME,
        /** 栏目不更新. */
        COLUMNS,
        /** 互动回应差. */
        INTERACTION,
        /** 服务不实用. */
        SERVICES;

        /** Its name in REST and texts. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a veto applies. */
    public enum State {
        /** It applies. */
        HIT,
        /** It does not apply, whatever is not known. */
        CLEAR,
        /** What is known does not settle it. */
        UNKNOWN
    }

    /**
     * Something that speaks for a veto. Its words are the text {@code inspection.evidence.} and the kind in lower case, with
     * name, date and detail as arguments 0 to 2; whoever says them puts a dash where there is no date.
     *
     * @param kind what it is
     * @param id the column, letter or guide; empty for the site as a whole
     * @param name what people call it
     * @param last when it was updated, came or happened; empty where that is not known or there is no such day
     * @param detail more about it, such as slow visits of all visits, or the elements that are lacking; may be empty
     */
    public record Evidence(Fact kind, String id, String name, Optional<LocalDate> last, String detail) {

        static Evidence of(Fact kind) {
            return new Evidence(kind, "", "", Optional.empty(), "");
        }
    }

    /** Kinds of evidence. */
    public enum Fact {
        /** An incident. */
        INCIDENT,
        /** A week of visits that were too slow. */
        SLOW,
        /** A home page without news. */
        STALE_HOME,
        /** A column of the kinds that count first. */
        STALE_COLUMN,
        /** Any column that should have been updated. */
        LONG_STALE_COLUMN,
        /** A column with nothing in it. */
        BLANK_COLUMN,
        /** There is no way to ask. */
        NO_CHANNEL,
        /** A letter that waits too long. */
        UNANSWERED,
        /** There is no service. */
        NO_SERVICE,
        /** A guide that lacks too much. */
        POOR_GUIDE,
        /** Nobody looked; name says at what, where it is one thing. */
        NOT_KNOWN
    }
}
