package org.jutong.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.catalog.internal.FakeSites.GUIYANG;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.persistence.testing.TestStores;
import org.osgi.framework.Bundle;

class EnrolledPluginsTest {

    private TestStores stores;
    private FakePlugins plugins;
    private Platform platform;
    private FakePlugins.Copy copy;
    private EnrolledPlugins enrolled;

    @BeforeEach
    void start() {
        stores = TestStores.derby(KnownEnrolments.class, "catalog");
        plugins = new FakePlugins();
        copy = plugins.install("interaction");
        plugins.install("poll");
        platform = new Platform(stores.store(), plugins);
        platform.enrol("interaction");
        copy.state = Bundle.INSTALLED;
        plugins.starts.set(0);
        platform.changed.clear();
    }

    @AfterEach
    void stop() {
        enrolled.close();
        platform.close();
        stores.close();
    }

    @Test
    void after_a_restart_the_plugins_that_sites_have_are_started_and_no_others() {
        restart();
        assertThat(plugins.starts).hasValue(1);
        assertThat(platform.open("interaction", GUIYANG)).isTrue();
        assertThat(plugins.find("poll").orElseThrow().isActive()).isFalse();
    }

    @Test
    void a_bundle_that_comes_back_is_started_and_its_sites_change() {
        plugins.uninstall("interaction");
        restart();
        assertThat(plugins.starts).hasValue(0);
        plugins.install("interaction");
        enrolled.pluginChanged("interaction");
        until(() -> platform.changed.contains(GUIYANG));
        assertThat(platform.open("interaction", GUIYANG)).isTrue();
    }

    @Test
    void a_plugin_that_somebody_stopped_stays_stopped() {
        restart();
        copy.state = Bundle.RESOLVED;
        enrolled.pluginChanged("interaction");
        until(() -> platform.changed.contains(GUIYANG));
        assertThat(plugins.starts).hasValue(1);
        assertThat(platform.open("interaction", GUIYANG)).isFalse();
    }

    @Test
    void a_plugin_that_cannot_start_does_not_keep_the_platform_from_being_ready() {
        copy.startFault = "缺少依赖";
        restart();
        enrolled.pluginChanged("interaction");
        until(() -> platform.changed.contains(GUIYANG));
        assertThat(plugins.starts).hasValue(1);
    }

    @Test
    void a_plugin_is_not_taken_away_while_it_is_being_started() throws Exception {
        restart();
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        platform.beforeServing = () -> {
            asked.countDown();
            await(answered);
        };
        Thread starter = new Thread(() -> platform.start.complete("interaction"));
        starter.start();
        await(asked);
        Thread remover = new Thread(() -> platform.start.takeAway("interaction"));
        remover.start();
        until(() -> remover.getState() == Thread.State.WAITING);
        assertThat(plugins.find("interaction")).isPresent();
        answered.countDown();
        starter.join();
        remover.join();
        assertThat(plugins.find("interaction")).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void restart() {
        enrolled = new EnrolledPlugins(plugins, platform.known, platform.start, platform.changes);
        until(enrolled::ready);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
