package org.jutong.catalog.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.catalog.Enrolments;
import org.jutong.catalog.Gate;
import org.jutong.catalog.Offerings;
import org.jutong.catalog.Order;
import org.jutong.catalog.Orders;
import org.jutong.catalog.internal.store.EnrolmentTable;
import org.jutong.catalog.internal.store.OrderTable;
import org.jutong.catalog.internal.store.PluginTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.InspectionFacts;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteData;
import org.jutong.runtime.SiteChanges;
import org.osgi.framework.Bundle;

/** The catalog put together by hand around a store; a second one on the same store is the platform after a restart. */
final class Platform implements AutoCloseable {

    final FakePlugins plugins;
    final List<SiteCode> changed = new CopyOnWriteArrayList<>();
    final Map<Long, SiteData> data = new ConcurrentHashMap<>();
    final Map<Long, InspectionFacts> facts = new ConcurrentHashMap<>();
    final List<Event> recorded = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    volatile boolean recording = true;
    volatile boolean serving = true;
    volatile Runnable beforeServing = () -> {};
    final KnownEnrolments known;
    final PluginStart start;
    final SiteChanges changes = sites -> changed.addAll(sites);
    final PluginLines lines;
    final Orders orders;
    final Enrolments enrolments;
    final Offerings offerings;
    final Gate gate;
    final PluginEvidence evidence;

    Platform(Store store, FakePlugins plugins) {
        this.plugins = plugins;
        Clock clock = Clock.systemUTC();
        Audit audit = this::record;
        var sites = new FakeSites();
        var authority = new FakeAuthority();
        var orderTable = new OrderTable(store);
        var enrolmentTable = new EnrolmentTable(store);
        var pluginTable = new PluginTable(store);
        known = new KnownEnrolments(enrolmentTable, (kind, names) -> said.addAll(names));
        var services = new Registered();
        start = new PluginStart(plugins, services, pluginTable);
        lines = new PluginLines(plugins);
        var placement = new OrderPlacement(store, audit, orderTable, known, plugins, clock);
        orders = new StoredOrders(store, audit, orderTable, placement, start, known, sites, authority, changes, clock);
        enrolments = new StoredEnrolments(store, audit, enrolmentTable, known, sites, authority, changes, clock);
        gate = new EnrolmentGate(known, plugins, sites, lines);
        evidence = new PluginEvidence(gate, plugins, services, new FakeColumns());
        var footprints = new Footprints(known, sites, lines, services);
        offerings = new InstalledOfferings(
                audit, plugins, pluginTable, start, known, footprints, sites, authority, changes);
    }

    private void record(Event event) {
        if (!recording) {
            throw Problem.of(503, "audit_unavailable");
        }
        recorded.add(event);
    }

    /** The owner of Guiyang orders its first plan. */
    Order order(String plugin) {
        return orders.place(FakeAuthority.OWNER, FakeSites.GUIYANG, plugin, Optional.empty(), Optional.empty());
    }

    Order enrol(String plugin) {
        return orders.approve(FakeAuthority.OPERATOR, order(plugin).id());
    }

    boolean open(String plugin, SiteCode site) {
        return gate.enter(plugin, site, FakeAuthority.OWNER).isPresent();
    }

    @Override
    public void close() {
        lines.close();
    }

    private final class Registered implements PluginServices {
        @Override
        public boolean arrive(Bundle bundle) {
            beforeServing.run();
            return serving;
        }

        @Override
        public <S, R> Optional<R> with(Bundle bundle, Class<S> type, Function<List<S>, R> work) {
            Map<Long, ?> all = type == SiteData.class ? data : facts;
            Object found = all.get(bundle.getBundleId());
            return Optional.of(work.apply(found == null ? List.of() : List.of(type.cast(found))));
        }
    }
}
