package org.jutong.catalog;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** From order to approval. Thread-safe; of two that decide at once one is refused. */
@ProviderType
public interface Orders {

    /**
     * Orders a plan for a site. Permission {@code catalog.order} on the site.
     *
     * @param plan empty for the plugin's first plan
     * @param idempotencyKey the same key by the same actor returns the order that it made
     * @throws org.jutong.plugin.Problem {@code site_not_found}, {@code plugin_not_found}, {@code plan_not_found} (404),
     *     {@code already_ordered}, {@code already_enrolled}, {@code plugin_unusable}, {@code plan_not_for_level},
     *     {@code idempotency_key_taken} (409), {@code idempotency_key_invalid} (400)
     */
    Order place(Actor by, SiteCode site, String plugin, Optional<String> plan, Optional<String> idempotencyKey);

    /**
     * Approves it: starts the plugin if need be and enrols the site, all in force when this returns. Permission
     * {@code catalog.approve} on the order's site.
     *
     * @throws org.jutong.plugin.Problem {@code order_not_found} (404), {@code already_approved},
     *     {@code already_rejected}, {@code already_enrolled}, {@code plugin_cannot_start},
     *     {@code plugin_not_serving}, {@code plugin_unusable}, {@code plugin_gone} (409)
     */
    Order approve(Actor by, long id);

    /** Rejects it. Permission and refusals as for {@link #approve}. */
    Order reject(Actor by, long id);

    /** @throws org.jutong.plugin.Problem {@code order_not_found} (404), also for one the actor may not see */
    Order get(Actor by, long id);

    /** Orders of sites where the actor may order or approve, newest first. */
    default List<Order> list(Actor by, Optional<SiteCode> site, Optional<Order.State> state, int limit) {
        return list(by, site, state, Optional.empty(), limit);
    }

    /**
     * {@link #list(Actor, Optional, Optional, int)}, page by page.
     *
     * @param after the id of the last order of the page before
     * @throws org.jutong.plugin.Problem {@code not_signed_in} (401)
     */
    List<Order> list(Actor by, Optional<SiteCode> site, Optional<Order.State> state, Optional<Long> after, int limit);
}
