package org.jutong.catalog.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.catalog.Order;
import org.jutong.catalog.internal.store.NewOrder;
import org.jutong.catalog.internal.store.OrderTable;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.PluginDescriptor.Plan;
import org.jutong.sitegroup.Site;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes an order out of a wish, once for each idempotency key. */
@Component(service = OrderPlacement.class)
public final class OrderPlacement {

    private final Store store;
    private final Audit audit;
    private final OrderTable table;
    private final KnownEnrolments known;
    private final InstalledPlugins installed;
    private final Clock clock;

    @Activate
    public OrderPlacement(
            @Reference(target = "(osgi.unit.name=catalog)") Store store,
            @Reference Audit audit,
            @Reference OrderTable table,
            @Reference KnownEnrolments known,
            @Reference InstalledPlugins installed,
            @Reference Clock clock) {
        this.store = store;
        this.audit = audit;
        this.table = table;
        this.known = known;
        this.installed = installed;
        this.clock = clock;
    }

    Order place(Actor by, Site site, String plugin, Optional<String> planId, Optional<String> key) {
        Optional<String> request =
                key.map(String::strip).filter(given -> !given.isEmpty()).map(given -> requestKey(by, given));
        Optional<Order> made = request.flatMap(table::findByRequest);
        if (made.isPresent()) {
            return same(made.get(), site, plugin, planId);
        }
        Plan plan = plan(usable(plugin), planId);
        Long price = plan.prices().get(site.level().id());
        if (price == null) {
            throw Problem.conflict("plan_not_for_level", plan.id(), plugin, site.name());
        }
        // the same request may have come twice at once, and the other one may be done by now
        Supplier<Optional<Order>> winner =
                () -> request.flatMap(table::findByRequest).map(order -> same(order, site, plugin, planId));
        if (known.find(site.code(), plugin).isPresent()) {
            return winner.get()
                    .orElseThrow(() ->
                            Problem.conflict("already_enrolled", site.code().value(), plugin));
        }
        if (table.findOpen(site.code(), plugin).isPresent()) {
            return winner.get().orElseThrow(() -> alreadyOrdered(site, plugin));
        }
        try {
            NewOrder order =
                    new NewOrder(site.code(), plugin, plan.id(), price, by.username(), clock.instant(), request);
            return store.recorded(
                    () -> table.add(order),
                    placed -> audit.record(Event.done(Action.ORDER_PLACE, by, "order:" + placed.id())
                            .on(site.code())
                            .saying(plugin)));
        } catch (DuplicateKey race) {
            return winner.get().orElseThrow(() -> alreadyOrdered(site, plugin));
        }
    }

    private PluginDescriptor usable(String plugin) {
        InstalledPlugin found = installed.find(plugin).orElseThrow(() -> Problem.notFound("plugin_not_found", plugin));
        return found.descriptor()
                .filter(descriptor -> found.fault().isEmpty())
                .orElseThrow(() -> Problem.conflict(
                        "plugin_unusable", plugin, found.fault().orElse("")));
    }

    private static Plan plan(PluginDescriptor plugin, Optional<String> id) {
        return plugin.plans().stream()
                .filter(plan -> id.isEmpty() || plan.id().equals(id.get()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("plan_not_found", id.orElse(""), plugin.id()));
    }

    private static Order same(Order made, Site site, String plugin, Optional<String> plan) {
        boolean asked = made.site().equals(site.code())
                && made.plugin().equals(plugin)
                && plan.map(made.plan()::equals).orElse(true);
        if (!asked) {
            throw Problem.conflict("idempotency_key_taken");
        }
        return made;
    }

    private static String requestKey(Actor by, String key) {
        if (!key.matches("[!-~]{1,64}")) {
            throw Problem.invalid("idempotency_key_invalid", "Idempotency-Key");
        }
        return by.username() + "/" + key;
    }

    private static Problem alreadyOrdered(Site site, String plugin) {
        return Problem.conflict("already_ordered", site.code().value(), plugin);
    }
}
