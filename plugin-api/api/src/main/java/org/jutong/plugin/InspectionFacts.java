package org.jutong.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a plugin knows for the inspection of an enrolled site (国办秘函〔2019〕19号). Register one as an OSGi service. Called
 * from a background thread, with a deadline; what a plugin does not say counts as unknown, and so does everything
 * while it fails.
 */
@ConsumerType
public interface InspectionFacts {

    /** What is known of this site now. */
    Facts facts(SiteContext site);

    /**
     * What is known of a site.
     *
     * @param unanswered the letters of the site that wait for an answer, in any order; empty where the plugin takes no
     *     letters, and a list without entries where all are answered
     * @param updated when something was last published in the columns that the plugin serves; empty where nothing was
     */
    record Facts(Optional<List<WaitingLetter>> unanswered, Optional<Instant> updated) {}

    /**
     * A valid letter without an answer.
     *
     * @param id by which the site's staff find it; nothing about its sender
     * @param kind what it is; {@code interview}, {@code survey}, {@code petition} and {@code discipline} do not count
     * @param received when it came
     */
    record WaitingLetter(String id, String kind, Instant received) {}
}
