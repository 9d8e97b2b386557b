package org.jutong.catalog;

import java.time.Instant;
import org.jutong.plugin.SiteCode;

/**
 * A site has a plugin.
 *
 * @param order the order that it came from
 * @param since when its state began
 */
public record Enrolment(SiteCode site, String plugin, String plan, State state, long order, Instant since) {

    /** Whether the enrolment is in force. A site that ordered and waits has an order and no enrolment yet. */
    public enum State {
        ENABLED,
        SUSPENDED
    }
}
