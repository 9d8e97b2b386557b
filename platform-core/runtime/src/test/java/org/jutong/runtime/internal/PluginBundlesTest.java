package org.jutong.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.PluginListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.Version;

class PluginBundlesTest {

    private static final String YAML = DescriptorReaderTest.example();
    private static final Map<String, String> MADE_FOR_US =
            Map.of("Require-Capability", "org.jutong.contract;filter:=\"(&(version>=1.0.0)(!(version>=2.0.0)))\"");

    @TempDir
    Path folder;

    private TestFramework framework;
    private PluginBundles plugins;
    private final List<String> news = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws BundleException {
        framework = new TestFramework(folder);
        plugins = new PluginBundles(framework.context(), new Contract(new Version("1.0.0")));
        framework.context().registerService(PluginListener.class, news::add, null);
    }

    @AfterEach
    void stop() throws Exception {
        plugins.close();
        framework.close();
    }

    @Test
    void aPluginIsListedBeforeItIsStartedOrResolved() throws Exception {
        Bundle bundle = drop("tea.jar", MADE_FOR_US, YAML);
        assertThat(plugins.find("tea-house")).get().satisfies(plugin -> {
            assertThat(plugin.fault()).isEmpty();
            assertThat(plugin.isActive()).isFalse();
        });
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(news).containsExactly("tea-house");
    }

    @Test
    void aStartedPluginIsActiveAndItsListenersKnow() throws Exception {
        drop("tea.jar", MADE_FOR_US, YAML);
        news.clear();
        plugins.start("tea-house");
        assertThat(plugins.find("tea-house")).get().matches(InstalledPlugin::isActive);
        assertThat(news).contains("tea-house");
    }

    @Test
    void aMisspeltDescriptorIsAFaultAndNotAnException() throws Exception {
        Bundle bundle = drop("tea.jar", MADE_FOR_US, YAML.replace("plans:", "plan:"));
        assertThat(plugins.of(bundle)).get().satisfies(plugin -> {
            assertThat(plugin.id()).isEqualTo("tea.jar");
            assertThat(plugin.fault()).get().asString().contains("plan");
        });
        assertThatThrownBy(() -> plugins.start("tea.jar"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("plugin_cannot_start"));
    }

    @Test
    void aPluginForAnotherContractIsRefusedWithBothVersions() throws Exception {
        drop(
                "new.jar",
                Map.of("Require-Capability", "org.jutong.contract;filter:=\"(&(version>=2.0.0)(!(version>=3.0.0)))\""),
                YAML);
        assertThat(plugins.find("tea-house").flatMap(InstalledPlugin::fault))
                .get()
                .asString()
                .contains("[2.0.0,3.0.0)")
                .contains("1.0.0");
    }

    @Test
    void aPluginThatNamesNoContractIsRefused() throws Exception {
        drop("none.jar", Map.of(), YAML);
        assertThat(plugins.find("tea-house").flatMap(InstalledPlugin::fault)).isPresent();
    }

    @Test
    void theSecondOfTwoWithOneIdHasAFaultUntilTheFirstIsGone() throws Exception {
        drop("first.jar", MADE_FOR_US, YAML);
        Bundle second = drop("second.jar", MADE_FOR_US, YAML);
        assertThat(plugins.of(second).flatMap(InstalledPlugin::fault))
                .get()
                .asString()
                .contains("tea-house");
        assertThat(plugins.all()).extracting(InstalledPlugin::id).doesNotHaveDuplicates();

        plugins.uninstall("tea-house");
        assertThat(plugins.find("tea-house")).get().satisfies(plugin -> {
            assertThat(plugin.bundle()).isEqualTo(second);
            assertThat(plugin.fault()).isEmpty();
        });
    }

    @Test
    void whatCannotStartSaysWhy() throws Exception {
        drop(
                "tea.jar",
                Map.of("Require-Capability", MADE_FOR_US.get("Require-Capability"), "Import-Package", "no.such.thing"),
                YAML);
        assertThatThrownBy(() -> plugins.start("tea-house")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("plugin_cannot_start");
            assertThat(problem.arguments().toString()).contains("no.such.thing");
        });
    }

    @Test
    void uninstallingTakesTheFileAwayAndANewOneComesFresh() throws Exception {
        drop("tea.jar", MADE_FOR_US, YAML);
        plugins.start("tea-house");
        news.clear();

        plugins.uninstall("tea-house");
        assertThat(framework.dropped("tea.jar")).doesNotExist();
        assertThat(plugins.all()).isEmpty();
        assertThat(news).contains("tea-house");

        drop("tea.jar", MADE_FOR_US, YAML.replace("P2Y", "P3Y"));
        assertThat(plugins.find("tea-house"))
                .get()
                .satisfies(plugin -> assertThat(
                                plugin.descriptor().orElseThrow().data().retention())
                        .isEqualTo("P3Y"));
    }

    @Test
    void aFileOutsideTheDropFolderIsNobodysToDelete() throws Exception {
        Path elsewhere = folder.resolve("elsewhere.jar");
        TestFramework.write(elsewhere, "elsewhere", MADE_FOR_US, Map.of("JUTONG-INF/plugin.yaml", YAML));
        framework.context().installBundle(elsewhere.toUri().toString());
        plugins.uninstall("tea-house");
        assertThat(Files.exists(elsewhere)).isTrue();
        assertThat(plugins.all()).isEmpty();
    }

    @Test
    void anUpdatedPluginIsReadAgain() throws Exception {
        Bundle bundle = drop("tea.jar", MADE_FOR_US, YAML);
        Path jar = framework.dropped("tea.jar");
        TestFramework.write(jar, "tea.jar", MADE_FOR_US, Map.of("JUTONG-INF/plugin.yaml", YAML.replace("P2Y", "P9Y")));
        bundle.update(Files.newInputStream(jar));
        assertThat(plugins.of(bundle))
                .get()
                .satisfies(plugin -> assertThat(
                                plugin.descriptor().orElseThrow().data().retention())
                        .isEqualTo("P9Y"));
    }

    @Test
    void aDroppedPluginIsNotStartedBeforeTheWatcherHasRefreshedIt() throws Exception {
        List<Integer> events = new CopyOnWriteArrayList<>();
        Bundle bundle = framework.install("tea.jar", "tea.jar", MADE_FOR_US, Map.of("JUTONG-INF/plugin.yaml", YAML));
        framework.context().addBundleListener((SynchronousBundleListener) event -> events.add(event.getType()));
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> plugins.start("tea-house"));
        assertThatThrownBy(() -> start.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);

        framework.refresh(bundle);
        start.get(10, TimeUnit.SECONDS);
        assertThat(events).containsOnlyOnce(BundleEvent.STARTED).doesNotContain(BundleEvent.STOPPED);
    }

    @Test
    void startingABundleThatIsGoneFindsNothing() throws Exception {
        Bundle bundle = drop("tea.jar", MADE_FOR_US, YAML);
        bundle.uninstall();
        assertThatThrownBy(() -> new BundleOperations(framework.context(), new DroppedBundles(framework.context()))
                        .start("tea-house", bundle))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("plugin_not_found"));
    }

    @Test
    void whatIsNotInstalledIsNotFound() {
        assertThatThrownBy(() -> plugins.start("poll")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> plugins.uninstall("poll")).isInstanceOf(Problem.class);
    }

    private Bundle drop(String file, Map<String, String> headers, String yaml) throws IOException, BundleException {
        return framework.drop(file, file, headers, Map.of("JUTONG-INF/plugin.yaml", yaml));
    }
}
