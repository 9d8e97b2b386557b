package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/** What somebody asked to push. */
public record PushOrder(
        long article,
        SiteCode subtree,
        Optional<String> column,
        String by,
        Instant at,
        Optional<String> idempotencyKey) {}
