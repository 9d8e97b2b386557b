package org.jutong.catalog;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * A site's order for a plan of a plugin.
 *
 * @param price yuan a year, as the plan had it at the site's level when it was ordered
 * @param decidedBy who approved or rejected it
 */
public record Order(
        long id,
        SiteCode site,
        String plugin,
        String plan,
        long price,
        State state,
        String orderedBy,
        Instant orderedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {

    /** How far an order has come. */
    public enum State {
        ORDERED,
        APPROVED,
        REJECTED
    }
}
