package org.jutong.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.catalog.internal.FakeAuthority.OPERATOR;
import static org.jutong.catalog.internal.FakeAuthority.OWNER;
import static org.jutong.catalog.internal.FakeSites.GUIYANG;

import java.io.OutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Offering;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.SiteData;
import org.osgi.framework.Bundle;

class UninstallTest {

    private TestStores stores;
    private FakePlugins plugins;
    private Platform platform;
    private FakePlugins.Copy copy;

    @BeforeEach
    void start() {
        stores = TestStores.derby(KnownEnrolments.class, "catalog");
        plugins = new FakePlugins();
        copy = plugins.install("interaction");
        platform = new Platform(stores.store(), plugins);
    }

    @AfterEach
    void stop() {
        platform.close();
        stores.close();
    }

    @Test
    void a_plugin_that_nobody_has_goes_without_being_started() {
        platform.offerings.uninstall(OPERATOR, "interaction", false);
        assertThat(plugins.all()).isEmpty();
        assertThat(plugins.starts).hasValue(0);
        assertThat(platform.offerings.all()).isEmpty();
    }

    @Test
    void a_plugin_that_holds_data_stays_although_it_is_suspended() {
        platform.enrol("interaction");
        holds(3);
        platform.enrolments.set(OWNER, GUIYANG, "interaction", Enrolment.State.SUSPENDED);
        refused("plugin_holds_data", false);
        assertThatThrownBy(() -> platform.offerings.uninstall(OPERATOR, "interaction", false))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.arguments()).containsExactly("interaction", 3L, 1));
        assertThat(plugins.all()).hasSize(1);
    }

    @Test
    void a_plugin_in_force_without_data_stays_too() {
        platform.enrol("interaction");
        holds(0);
        refused("plugin_in_use", false);
    }

    @Test
    void keeping_the_data_lets_it_go_and_the_catalog_shows_it_as_missing() {
        platform.enrol("interaction");
        holds(3);
        platform.changed.clear();
        platform.offerings.uninstall(OPERATOR, "interaction", true);
        assertThat(platform.offerings.all())
                .singleElement()
                .extracting(Offering::state)
                .isEqualTo(Offering.State.MISSING);
        assertThat(platform.enrolments.of(GUIYANG)).hasSize(1);
        assertThat(platform.changed).containsExactly(GUIYANG);
    }

    @Test
    void a_stopped_plugin_is_started_to_count_what_it_holds() {
        platform.enrol("interaction");
        holds(1);
        copy.state = Bundle.RESOLVED;
        refused("plugin_holds_data", false);
        assertThat(plugins.starts).hasValue(2);
    }

    @Test
    void a_plugin_that_cannot_be_asked_stays() {
        platform.enrol("interaction");
        copy.state = Bundle.INSTALLED;
        copy.startFault = "缺少依赖";
        refused("plugin_data_unknown", false);
        copy.startFault = null;
        platform.data.put(100L, new Held(-1));
        refused("plugin_data_unknown", false);
    }

    @Test
    void only_who_runs_the_platform_may_uninstall_and_only_what_is_there() {
        assertThatThrownBy(() -> platform.offerings.uninstall(OWNER, "interaction", true))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(() -> platform.offerings.uninstall(OPERATOR, "nothing", true))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("plugin_not_found"));
    }

    private void holds(long records) {
        platform.data.put(100L, new Held(records));
    }

    private void refused(String code, boolean keepData) {
        assertThatThrownBy(() -> platform.offerings.uninstall(OPERATOR, "interaction", keepData))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
        assertThat(plugins.all()).hasSize(1);
    }

    /** So many records a site; fewer than none is a fault. */
    private record Held(long records) implements SiteData {
        @Override
        public long footprint(SiteContext site) {
            if (records < 0) {
                throw new IllegalStateException("tables are gone");
            }
            return records;
        }

        @Override
        public void export(SiteContext site, OutputStream out) {}

        @Override
        public void purge(SiteContext site) {}
    }
}
