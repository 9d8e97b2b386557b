package org.jutong.catalog.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.catalog.Order;
import org.jutong.catalog.Orders;
import org.jutong.catalog.internal.store.OrderTable;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders in their table; the database itself decides between two that come at once. */
@Component
public final class StoredOrders implements Orders {

    private final Store store;
    private final Audit audit;
    private final OrderTable table;
    private final OrderPlacement placement;
    private final PluginStart start;
    private final KnownEnrolments known;
    private final Sites sites;
    private final Authority authority;
    private final SiteChanges changes;
    private final Clock clock;

    @Activate
    public StoredOrders(
            @Reference(target = "(osgi.unit.name=catalog)") Store store,
            @Reference Audit audit,
            @Reference OrderTable table,
            @Reference OrderPlacement placement,
            @Reference PluginStart start,
            @Reference KnownEnrolments known,
            @Reference Sites sites,
            @Reference Authority authority,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.audit = audit;
        this.table = table;
        this.placement = placement;
        this.start = start;
        this.known = known;
        this.sites = sites;
        this.authority = authority;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Order place(Actor by, SiteCode site, String plugin, Optional<String> plan, Optional<String> idempotencyKey) {
        var found = sites.require(site);
        authority.require(by, "catalog.order", site);
        if (!found.state().hasContent()) {
            throw Problem.conflict("site_not_in_service", site.value());
        }
        return placement.place(by, found, plugin, plan, idempotencyKey);
    }

    @Override
    public Order approve(Actor by, long id) {
        Order order = decidable(by, id);
        start.complete(order.plugin());
        Order approved;
        try {
            approved = store.recorded(
                    () -> table.approve(id, by.username(), clock.instant(), StoredOrders::refuseDecided),
                    done -> record(Action.ORDER_APPROVE, by, done));
        } catch (DuplicateKey enrolled) {
            throw Problem.conflict("already_enrolled", order.site().value(), order.plugin());
        }
        known.refresh(order.site(), order.plugin());
        changes.changed(Set.of(order.site()));
        return approved;
    }

    @Override
    public Order reject(Actor by, long id) {
        decidable(by, id);
        return store.recorded(
                () -> table.reject(id, by.username(), clock.instant(), StoredOrders::refuseDecided),
                done -> record(Action.ORDER_REJECT, by, done));
    }

    @Override
    public Order get(Actor by, long id) {
        return table.find(id).filter(order -> concerns(by, order.site())).orElseThrow(() -> notFound(id));
    }

    @Override
    public List<Order> list(
            Actor by, Optional<SiteCode> site, Optional<Order.State> state, Optional<Long> after, int limit) {
        if (!by.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        Map<SiteCode, Boolean> visible = new HashMap<>();
        List<Order> found = new ArrayList<>();
        long before = after.orElse(Long.MAX_VALUE);
        List<Order> page;
        do {
            page = table.page(site, state, before, limit);
            for (Order order : page) {
                before = order.id();
                if (found.size() < limit && visible.computeIfAbsent(order.site(), code -> concerns(by, code))) {
                    found.add(order);
                }
            }
        } while (found.size() < limit && page.size() == limit);
        return found;
    }

    private Order decidable(Actor by, long id) {
        Order order = table.find(id).orElseThrow(() -> notFound(id));
        authority.require(by, "catalog.approve", order.site());
        refuseDecided(order);
        return order;
    }

    private void record(Action action, Actor by, Order order) {
        audit.record(
                Event.done(action, by, "order:" + order.id()).on(order.site()).saying(order.plugin()));
    }

    private boolean concerns(Actor by, SiteCode site) {
        return authority.allows(by, "catalog.order", site) || authority.allows(by, "catalog.approve", site);
    }

    private static void refuseDecided(Order order) {
        switch (order.state()) {
            case APPROVED -> throw Problem.conflict("already_approved", Long.toString(order.id()));
            case REJECTED -> throw Problem.conflict("already_rejected", Long.toString(order.id()));
            case ORDERED -> {}
        }
    }

    private static Problem notFound(long id) {
        return Problem.notFound("order_not_found", Long.toString(id));
    }
}
