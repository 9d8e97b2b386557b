package org.jutong.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.catalog.internal.FakeAuthority.OPERATOR;
import static org.jutong.catalog.internal.FakeAuthority.OWNER;
import static org.jutong.catalog.internal.FakeAuthority.STRANGER;
import static org.jutong.catalog.internal.FakeSites.GUIYANG;
import static org.jutong.catalog.internal.FakeSites.ZUNYI;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Offering;
import org.jutong.catalog.Order;
import org.jutong.columns.inspection.SiteEvidence.Letter;
import org.jutong.columns.inspection.SiteEvidence.Letters;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.InspectionFacts.Facts;
import org.jutong.plugin.InspectionFacts.WaitingLetter;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.InspectionEvidence.Known;

/** From order to enrolment, on each database. */
abstract class CatalogContract {

    private static final String INTERACTION = "interaction";

    private TestStores stores;
    private FakePlugins plugins;
    private Platform platform;

    abstract TestStores open();

    @BeforeEach
    void start() {
        stores = open();
        plugins = new FakePlugins();
        plugins.install(INTERACTION, "interaction.answer");
        platform = new Platform(stores.store(), plugins);
    }

    @AfterEach
    void stop() {
        platform.close();
        stores.close();
    }

    @Test
    void an_inspection_is_told_what_the_plugins_in_force_know_of_each_site_alone() {
        Instant at = Instant.parse("2026-03-02T04:00:00Z");
        platform.enrol(INTERACTION);
        long bundle = plugins.find(INTERACTION).orElseThrow().bundle().getBundleId();
        List<SiteCode> asked = new ArrayList<>();
        platform.facts.put(bundle, site -> {
            asked.add(site.site());
            return new Facts(Optional.of(List.of(new WaitingLetter("7", "help", at))), Optional.of(at));
        });

        Map<SiteCode, Known> known = platform.evidence.of(Set.of(GUIYANG, ZUNYI));
        assertThat(known).containsOnlyKeys(GUIYANG);
        assertThat(asked).containsExactly(GUIYANG);
        assertThat(known.get(GUIYANG).letters()).contains(new Letters(true, List.of(new Letter("7", "help", at))));
        assertThat(known.get(GUIYANG).columns()).isEqualTo(Map.of("enquiries", at));
        assertThat(known.get(GUIYANG).served()).containsExactly("enquiries");
        assertThat(known.get(GUIYANG).visits()).isEmpty();

        platform.facts.put(bundle, site -> {
            throw new IllegalStateException("no answer");
        });
        Known failing = platform.evidence.of(Set.of(GUIYANG)).get(GUIYANG);
        assertThat(failing.letters()).isEmpty();
        assertThat(failing.served()).containsExactly("enquiries");
        platform.facts.remove(bundle);
        assertThat(platform.evidence.of(Set.of(GUIYANG)).get(GUIYANG).letters()).isEmpty();

        platform.enrolments.set(OPERATOR, GUIYANG, INTERACTION, Enrolment.State.SUSPENDED);
        assertThat(platform.evidence.of(Set.of(GUIYANG))).isEmpty();
        platform.enrolments.set(OPERATOR, GUIYANG, INTERACTION, Enrolment.State.ENABLED);
        plugins.uninstall(INTERACTION);
        assertThat(platform.evidence.of(Set.of(GUIYANG))).isEmpty();
    }

    @Test
    void another_node_follows_what_a_site_has() {
        Platform other = new Platform(stores.store(), plugins);
        platform.enrol(INTERACTION);
        assertThat(platform.said).contains(GUIYANG.value());
        assertThat(other.open(INTERACTION, GUIYANG)).isFalse();
        other.known.reload();
        assertThat(other.open(INTERACTION, GUIYANG)).isTrue();
        assertThat(other.said).isEmpty();
        platform.enrolments.set(OPERATOR, GUIYANG, INTERACTION, Enrolment.State.SUSPENDED);
        other.known.reload();
        assertThat(other.open(INTERACTION, GUIYANG)).isFalse();
        other.close();
    }

    @Test
    void a_plugin_is_in_force_on_the_site_alone_once_its_order_is_approved() {
        Order order = platform.order(INTERACTION);
        assertThat(order.price()).isEqualTo(20000);
        assertThat(order.plan()).isEqualTo("standard");
        assertThat(order.state()).isEqualTo(Order.State.ORDERED);
        assertThat(platform.open(INTERACTION, GUIYANG)).isFalse();
        assertThat(plugins.starts).hasValue(0);

        Order approved = platform.orders.approve(OPERATOR, order.id());

        assertThat(approved.state()).isEqualTo(Order.State.APPROVED);
        assertThat(approved.decidedBy()).contains("operator");
        assertThat(plugins.starts).hasValue(1);
        assertThat(platform.open(INTERACTION, GUIYANG)).isTrue();
        assertThat(platform.open(INTERACTION, ZUNYI)).isFalse();
        assertThat(platform.gate.enabled(GUIYANG)).containsExactly(INTERACTION);
        assertThat(platform.gate.enabled(ZUNYI)).isEmpty();
        assertThat(platform.changed).containsExactly(GUIYANG);
        assertThat(platform.enrolments.find(GUIYANG, INTERACTION)).hasValueSatisfying(enrolment -> {
            assertThat(enrolment.order()).isEqualTo(order.id());
            assertThat(enrolment.since()).isEqualTo(approved.decidedAt().orElseThrow());
        });
    }

    @Test
    void each_step_is_recorded_with_its_site() {
        Order order = platform.enrol(INTERACTION);
        suspend(OWNER);
        Order second = platform.orders.place(OPERATOR, ZUNYI, INTERACTION, Optional.empty(), Optional.empty());
        platform.orders.reject(OPERATOR, second.id());
        assertThat(platform.recorded)
                .containsExactly(
                        Event.done(Action.ORDER_PLACE, OWNER, "order:" + order.id())
                                .on(GUIYANG)
                                .saying(INTERACTION),
                        Event.done(Action.ORDER_APPROVE, OPERATOR, "order:" + order.id())
                                .on(GUIYANG)
                                .saying(INTERACTION),
                        Event.done(Action.ENROLMENT_SUSPEND, OWNER, "enrolment:" + INTERACTION)
                                .on(GUIYANG),
                        Event.done(Action.ORDER_PLACE, OPERATOR, "order:" + second.id())
                                .on(ZUNYI)
                                .saying(INTERACTION),
                        Event.done(Action.ORDER_REJECT, OPERATOR, "order:" + second.id())
                                .on(ZUNYI)
                                .saying(INTERACTION));
    }

    @Test
    void nothing_is_done_that_cannot_be_recorded() {
        Order order = platform.order(INTERACTION);
        platform.recording = false;
        refused("audit_unavailable", 503, () -> platform.orders.approve(OPERATOR, order.id()));
        assertThat(platform.open(INTERACTION, GUIYANG)).isFalse();
        assertThat(platform.orders.get(OPERATOR, order.id()).state()).isEqualTo(Order.State.ORDERED);
        platform.recording = true;
        platform.orders.approve(OPERATOR, order.id());
        platform.recording = false;
        refused("audit_unavailable", 503, () -> suspend(OWNER));
        assertThat(platform.open(INTERACTION, GUIYANG)).isTrue();
    }

    @Test
    void the_context_names_the_site_and_leads_to_the_plugins_own_pages() {
        platform.enrol(INTERACTION);
        var context = platform.gate.require(INTERACTION, GUIYANG, OWNER);
        assertThat(context.siteName()).isEqualTo("贵阳市人民政府");
        assertThat(context.actor()).isEqualTo(OWNER);
        assertThat(context.pageUrl("letters")).isEqualTo("/sites/5201000001/plugins/interaction/letters");
    }

    @Test
    void suspending_takes_it_away_and_resuming_brings_it_back() {
        platform.enrol(INTERACTION);
        platform.enrolments.set(OWNER, GUIYANG, INTERACTION, Enrolment.State.SUSPENDED);
        assertThat(platform.open(INTERACTION, GUIYANG)).isFalse();
        assertThat(platform.gate.enabled(GUIYANG)).isEmpty();
        refused("already_suspended", 409, () -> suspend(OWNER));

        platform.enrolments.set(OWNER, GUIYANG, INTERACTION, Enrolment.State.ENABLED);
        assertThat(platform.open(INTERACTION, GUIYANG)).isTrue();
        refused(
                "already_enabled",
                409,
                () -> platform.enrolments.set(OWNER, GUIYANG, INTERACTION, Enrolment.State.ENABLED));
        refused("forbidden", 403, () -> suspend(STRANGER));
        refused(
                "enrolment_not_found",
                404,
                () -> platform.enrolments.set(OPERATOR, ZUNYI, INTERACTION, Enrolment.State.SUSPENDED));
    }

    @Test
    void the_gate_says_which_of_the_two_is_unknown() {
        refused("site_not_found", 404, () -> platform.gate.require(INTERACTION, new SiteCode("1100000001"), OWNER));
        refused("plugin_not_found", 404, () -> platform.gate.require("nothing", GUIYANG, OWNER));
        refused("plugin_not_enabled", 404, () -> platform.gate.require(INTERACTION, GUIYANG, OWNER));
    }

    @Test
    void an_order_is_refused_with_what_is_wrong() {
        refused("site_not_found", 404, () -> place(OWNER, new SiteCode("1100000001"), INTERACTION, null, null));
        refused("not_signed_in", 401, () -> place(Actor.ANONYMOUS, GUIYANG, INTERACTION, null, null));
        refused("forbidden", 403, () -> place(OWNER, ZUNYI, INTERACTION, null, null));
        refused("plugin_not_found", 404, () -> place(OWNER, GUIYANG, "nothing", null, null));
        refused("plan_not_found", 404, () -> place(OWNER, GUIYANG, INTERACTION, "gold", null));
        refused("plan_not_for_level", 409, () -> place(OPERATOR, FakeSites.PROVINCE, INTERACTION, null, null));
        refused("idempotency_key_invalid", 400, () -> place(OWNER, GUIYANG, INTERACTION, null, "k".repeat(101)));
        plugins.install("broken").fault = "需要新的平台版本";
        refused("plugin_unusable", 409, () -> place(OWNER, GUIYANG, "broken", null, null));
        assertThat(orders(OPERATOR)).isEmpty();

        platform.order(INTERACTION);
        refused("already_ordered", 409, () -> platform.order(INTERACTION));
    }

    @Test
    void an_enrolled_site_cannot_order_again_but_a_rejected_one_can() {
        Order first = platform.order(INTERACTION);
        platform.orders.reject(OPERATOR, first.id());
        Order second = platform.order(INTERACTION);
        platform.orders.approve(OPERATOR, second.id());
        refused("already_enrolled", 409, () -> platform.order(INTERACTION));
        refused("already_rejected", 409, () -> platform.orders.approve(OPERATOR, first.id()));
        refused("already_approved", 409, () -> platform.orders.approve(OPERATOR, second.id()));
        refused("already_approved", 409, () -> platform.orders.reject(OPERATOR, second.id()));
    }

    @Test
    void the_same_key_by_the_same_person_is_the_same_order() {
        Order first = place(OWNER, GUIYANG, INTERACTION, "plus", "key-1");
        assertThat(place(OWNER, GUIYANG, INTERACTION, "plus", "key-1")).isEqualTo(first);
        platform.orders.approve(OPERATOR, first.id());
        assertThat(place(OWNER, GUIYANG, INTERACTION, null, "key-1").state()).isEqualTo(Order.State.APPROVED);
        refused("idempotency_key_taken", 409, () -> place(OWNER, GUIYANG, INTERACTION, "standard", "key-1"));
        refused("already_enrolled", 409, () -> place(OPERATOR, GUIYANG, INTERACTION, null, "key-1"));
    }

    @Test
    void whoever_may_not_decide_is_refused() {
        Order order = platform.order(INTERACTION);
        refused("forbidden", 403, () -> platform.orders.approve(OWNER, order.id()));
        refused("not_signed_in", 401, () -> platform.orders.reject(Actor.ANONYMOUS, order.id()));
        refused("order_not_found", 404, () -> platform.orders.approve(OPERATOR, 4711));
        assertThat(platform.open(INTERACTION, GUIYANG)).isFalse();
    }

    @Test
    void orders_are_seen_by_those_who_may_order_or_approve_newest_first() {
        Order guiyang = platform.order(INTERACTION);
        Order zunyi = place(OPERATOR, ZUNYI, INTERACTION, null, null);
        platform.orders.reject(OPERATOR, guiyang.id());
        assertThat(orders(OPERATOR)).containsExactly(zunyi.id(), guiyang.id());
        assertThat(orders(OWNER)).containsExactly(guiyang.id());
        assertThat(orders(STRANGER)).isEmpty();
        assertThat(platform.orders.list(OWNER, Optional.of(ZUNYI), Optional.empty(), 10))
                .isEmpty();
        assertThat(platform.orders.list(OPERATOR, Optional.empty(), Optional.of(Order.State.ORDERED), 10))
                .extracting(Order::id)
                .containsExactly(zunyi.id());
        assertThat(platform.orders.list(OPERATOR, Optional.empty(), Optional.empty(), Optional.of(zunyi.id()), 10))
                .extracting(Order::id)
                .containsExactly(guiyang.id());
        refused("not_signed_in", 401, () -> orders(Actor.ANONYMOUS));
        assertThat(platform.orders.get(OWNER, guiyang.id()).id()).isEqualTo(guiyang.id());
        refused("order_not_found", 404, () -> platform.orders.get(OWNER, zunyi.id()));
    }

    @Test
    void nothing_is_stored_where_the_plugin_cannot_start() {
        Order order = platform.order(INTERACTION);
        plugins.copies.get(INTERACTION).startFault = "缺少依赖";
        refused("plugin_cannot_start", 409, () -> platform.orders.approve(OPERATOR, order.id()));
        plugins.copies.get(INTERACTION).startFault = null;
        platform.serving = false;
        refused("plugin_not_serving", 409, () -> platform.orders.approve(OPERATOR, order.id()));
        assertThat(platform.orders.get(OPERATOR, order.id()).state()).isEqualTo(Order.State.ORDERED);
        assertThat(platform.enrolments.of(GUIYANG)).isEmpty();

        plugins.uninstall(INTERACTION);
        refused("plugin_gone", 409, () -> platform.orders.approve(OPERATOR, order.id()));
    }

    @Test
    void of_many_orders_at_once_one_is_placed() throws Exception {
        List<Object> outcomes = together(6, () -> platform.order(INTERACTION));
        assertThat(outcomes).filteredOn(Order.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn("already_ordered"::equals).hasSize(5);
    }

    @Test
    void of_many_orders_with_one_key_all_get_the_same() throws Exception {
        List<Object> outcomes = together(6, () -> place(OWNER, GUIYANG, INTERACTION, null, "key"));
        assertThat(outcomes).hasSize(6).hasOnlyElementsOfType(Order.class).containsOnly(outcomes.get(0));
    }

    @Test
    void of_many_approvals_at_once_one_succeeds() throws Exception {
        Order order = platform.order(INTERACTION);
        List<Object> outcomes = together(6, () -> platform.orders.approve(OPERATOR, order.id()));
        assertThat(outcomes).filteredOn(Order.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn("already_approved"::equals).hasSize(5);
        assertThat(platform.enrolments.ofPlugin(INTERACTION)).hasSize(1);
        assertThat(platform.open(INTERACTION, GUIYANG)).isTrue();
    }

    @Test
    void after_a_restart_all_is_as_it_was() {
        platform.enrol(INTERACTION);
        try (Platform restarted = new Platform(stores.store(), plugins)) {
            assertThat(restarted.open(INTERACTION, GUIYANG)).isTrue();
            assertThat(restarted.enrolments.of(GUIYANG)).isEqualTo(platform.enrolments.of(GUIYANG));
        }
    }

    @Test
    void a_plugin_whose_bundle_is_gone_is_listed_by_its_last_name() {
        platform.enrol(INTERACTION);
        plugins.uninstall(INTERACTION);
        assertThat(platform.open(INTERACTION, GUIYANG)).isFalse();
        assertThat(platform.gate.enabled(GUIYANG)).isEmpty();
        Offering missing = platform.offerings.all().get(0);
        assertThat(missing.state()).isEqualTo(Offering.State.MISSING);
        assertThat(missing.title()).containsEntry("en", "Interaction");
        assertThat(missing.enrolments()).isEqualTo(1);
        assertThat(platform.offerings.find(INTERACTION)).contains(missing);
        refused("plugin_not_enabled", 404, () -> platform.gate.require(INTERACTION, GUIYANG, OWNER));
    }

    private void suspend(Actor by) {
        platform.enrolments.set(by, GUIYANG, INTERACTION, Enrolment.State.SUSPENDED);
    }

    private Order place(Actor by, SiteCode site, String plugin, String plan, String key) {
        return platform.orders.place(by, site, plugin, Optional.ofNullable(plan), Optional.ofNullable(key));
    }

    private List<Long> orders(Actor by) {
        return platform.orders.list(by, Optional.empty(), Optional.empty(), 1).isEmpty()
                ? List.of()
                : platform.orders.list(by, Optional.empty(), Optional.empty(), 10).stream()
                        .map(Order::id)
                        .toList();
    }

    private static void refused(String code, int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(status);
        });
    }

    /** What each of them got, or the code of its refusal. */
    private static List<Object> together(int callers, Callable<?> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier barrier = new CyclicBarrier(callers);
            List<Future<Object>> futures = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    try {
                        return call.call();
                    } catch (Problem refusal) {
                        return refusal.code();
                    }
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
