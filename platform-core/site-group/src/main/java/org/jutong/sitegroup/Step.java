package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * A step in the life of a site.
 *
 * @param id its number
 * @param site the site
 * @param kind what was done
 * @param state where the site stood afterwards
 * @param level the site of the level whose office did it, for approvals
 * @param by who; empty where the platform did it
 * @param at when
 * @param reason why
 * @param documents what was handed in with it
 * @param facts what else is to be known: {@code until}, {@code target}, {@code parent}, {@code notice}, …
 */
public record Step(
        long id,
        SiteCode site,
        Kind kind,
        SiteState state,
        Optional<SiteCode> level,
        String by,
        Instant at,
        String reason,
        List<StoredFile> documents,
        Map<String, String> facts) {

    /** What is done. The names are stored and must never change. */
    public enum Kind {
        REGISTER,
        APPLY,
        APPROVE,
        REJECT,
        FILE,
        OPEN,
        CLOSE_TEMPORARILY,
        REOPEN,
        MERGE,
        CONTENT_MOVED,
        KEEP,
        CLOSE,
        MOVE;

        /** The lower-case name used in REST, such as {@code close_temporarily}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
