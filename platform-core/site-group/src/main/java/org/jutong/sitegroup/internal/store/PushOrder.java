package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * What is to be pushed.
 *
 * @param rule by which; empty where a person asked for it
 */
public record PushOrder(
        long article,
        SiteCode subtree,
        Optional<String> column,
        String by,
        Instant at,
        Optional<String> idempotencyKey,
        Optional<Long> rule) {}
