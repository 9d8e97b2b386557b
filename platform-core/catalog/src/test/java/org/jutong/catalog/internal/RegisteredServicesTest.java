package org.jutong.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.SiteData;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** In a real framework. */
@Timeout(60)
class RegisteredServicesTest {

    private static final Function<List<SiteData>, Integer> COUNT = List::size;

    @TempDir
    Path folder;

    private Framework framework;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        folder.resolve("cache").toString(),
                        "org.osgi.framework.system.packages.extra",
                        "org.jutong.plugin;version=1.0.0"));
        framework.start();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void a_plugin_that_promises_nothing_is_complete_at_once() throws Exception {
        Bundle bundle = install("plain", "");
        assertThat(services(Duration.ofMillis(1)).arrive(bundle)).isTrue();
        assertThat(services(Duration.ofMillis(1)).with(bundle, SiteData.class, COUNT))
                .contains(0);
    }

    @Test
    void a_promise_that_is_not_kept_is_found_out() throws Exception {
        Bundle bundle = install("promising", promise("org.jutong.plugin.SiteData"));
        assertThat(services(Duration.ofMillis(50)).arrive(bundle)).isFalse();
        assertThat(services(Duration.ofMillis(50)).with(bundle, SiteData.class, COUNT))
                .isEmpty();
    }

    @Test
    void another_bundles_service_keeps_no_promise() throws Exception {
        Bundle bundle = install("promising", promise("org.jutong.plugin.SiteData"));
        framework.getBundleContext().registerService(SiteData.class, new Nothing(), null);
        assertThat(services(Duration.ofMillis(50)).arrive(bundle)).isFalse();
    }

    @Test
    void all_that_is_promised_is_waited_for() throws Exception {
        Bundle bundle = install("promising", promise("org.jutong.plugin.SiteData", "java.lang.Runnable"));
        var threads = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> arrived =
                    threads.submit(() -> services(Duration.ofSeconds(30)).arrive(bundle));
            bundle.getBundleContext().registerService(SiteData.class, new Nothing(), null);
            assertThat(arrived).isNotDone();
            bundle.getBundleContext().registerService(Runnable.class, () -> {}, null);
            assertThat(arrived.get()).isTrue();
            assertThat(services(Duration.ofSeconds(30)).with(bundle, SiteData.class, COUNT))
                    .contains(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private RegisteredServices services(Duration patience) {
        return new RegisteredServices(framework.getBundleContext(), patience);
    }

    private static String promise(String... types) {
        return "osgi.service;objectClass:List<String>=\"" + String.join(",", types) + "\";effective:=active";
    }

    private Bundle install(String name, String capabilities) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Import-Package", "org.jutong.plugin");
        if (!capabilities.isEmpty()) {
            main.putValue("Provide-Capability", capabilities);
        }
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    private static final class Nothing implements SiteData {
        @Override
        public long footprint(SiteContext site) {
            return 0;
        }

        @Override
        public void export(SiteContext site, OutputStream out) {}

        @Override
        public void purge(SiteContext site) {}
    }
}
