package org.jutong.catalog.internal.rest;

import java.time.Instant;
import java.util.Locale;
import org.jutong.catalog.Order;

/** An order as REST shows it. */
public record OrderBody(
        long id,
        String site,
        String plugin,
        String plan,
        long price,
        String state,
        String orderedBy,
        Instant orderedAt,
        String decidedBy,
        Instant decidedAt) {

    static OrderBody of(Order order) {
        return new OrderBody(
                order.id(),
                order.site().value(),
                order.plugin(),
                order.plan(),
                order.price(),
                order.state().name().toLowerCase(Locale.ROOT),
                order.orderedBy(),
                order.orderedAt(),
                order.decidedBy().orElse(null),
                order.decidedAt().orElse(null));
    }
}
