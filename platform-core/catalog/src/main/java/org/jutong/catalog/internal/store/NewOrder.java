package org.jutong.catalog.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * An order before it is stored.
 *
 * @param requestKey who asked and their key, unique, where a key was given
 */
public record NewOrder(
        SiteCode site, String plugin, String plan, long price, String by, Instant at, Optional<String> requestKey) {}
