package org.jutong.sitegroup.internal.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.StoredFile;

/**
 * What a person found on a site, or looked at without finding anything.
 *
 * @param id its number
 * @param site the site
 * @param kind what it is
 * @param day on which it was so, by the calendar of Beijing
 * @param facts those of its kind
 * @param words in the words of who recorded it; may be empty
 * @param document that goes with it
 * @param by who recorded it
 * @param at when
 * @param takenBack by whom, when and why it was taken back; empty while it stands
 */
public record Observation(
        long id,
        SiteCode site,
        Kind kind,
        LocalDate day,
        Facts facts,
        String words,
        Optional<StoredFile> document,
        String by,
        Instant at,
        Optional<TakenBack> takenBack) {

    /** That it does not stand any more. */
    public record TakenBack(String by, Instant at, String reason) {}
}
