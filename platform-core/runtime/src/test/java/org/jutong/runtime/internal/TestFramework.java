package org.jutong.runtime.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** A real OSGi framework with nothing in it, and the jars to put there. */
final class TestFramework implements AutoCloseable {

    private final Path folder;
    private final Framework framework;

    TestFramework(Path folder) throws BundleException {
        this.folder = folder;
        this.framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("cache").toString(),
                        "org.osgi.framework.system.capabilities.extra", "org.jutong.contract;version:Version=1.0.0",
                        "jutong.data", folder.toString()));
        framework.start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Path dropped(String file) {
        return folder.resolve("plugins").resolve(file);
    }

    /** As the watcher of the drop folder does it. */
    Bundle drop(String file, String name, Map<String, String> headers, Map<String, String> entries)
            throws IOException, BundleException {
        Bundle bundle = install(file, name, headers, entries);
        refresh(bundle);
        return bundle;
    }

    void refresh(Bundle bundle) {
        CompletableFuture<FrameworkEvent> refreshed = new CompletableFuture<>();
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), refreshed::complete);
        refreshed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    Bundle install(String file, String name, Map<String, String> headers, Map<String, String> entries)
            throws IOException, BundleException {
        Path jar = dropped(file);
        Files.createDirectories(jar.getParent());
        write(jar, name, headers, entries);
        return context().installBundle(jar.toUri().toString());
    }

    static void write(Path jar, String name, Map<String, String> headers, Map<String, String> entries)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        headers.forEach(main::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                content.putNextEntry(new ZipEntry(entry.getKey()));
                content.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                content.closeEntry();
            }
        }
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
