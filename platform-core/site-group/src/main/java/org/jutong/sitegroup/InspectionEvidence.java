package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.columns.inspection.SiteEvidence.DayOfVisits;
import org.jutong.columns.inspection.SiteEvidence.Guide;
import org.jutong.columns.inspection.SiteEvidence.Incident;
import org.jutong.columns.inspection.SiteEvidence.Letters;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What somebody else than the site group knows for the inspection of sites: letters, guides, visits, incidents, links. An
 * OSGi service; what several of them know counts together. It is asked from a background thread, for some hundred sites
 * at once.
 */
@ConsumerType
public interface InspectionEvidence {

    /** What is known of these sites now; a site of which nothing is known is not a key. */
    Map<SiteCode, Known> of(Set<SiteCode> sites);

    /**
     * What is known of a site; what nobody looked at is empty.
     *
     * @param letters what people wrote and nobody answered; where somebody found that there is no way to ask, there is none
     * @param guides the guides to its services
     * @param visits measured visits by day
     * @param incidents what went wrong with its safety
     * @param counts how often something was found that the score counts, by the item's id in the inspection rules
     * @param columns by a column's key, when that which fills it, other than articles, was last updated
     * @param served the keys of columns that something other than articles fills; such a column is not blank, and where
     *     nothing in it has a time it counts as not updated
     * @param partly ids of vetoes and items of which only what was found is known here, and not that there is nothing else
     */
    record Known(
            Optional<Letters> letters,
            Optional<List<Guide>> guides,
            Optional<List<DayOfVisits>> visits,
            Optional<List<Incident>> incidents,
            Map<String, Integer> counts,
            Map<String, Instant> columns,
            Set<String> served,
            Set<String> partly) {

        /** Nothing. */
        public static final Known NOTHING = new Known(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of());
    }
}
