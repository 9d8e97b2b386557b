package org.jutong.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.jutong.catalog.Gate;
import org.jutong.catalog.Offerings;
import org.jutong.identity.Authority;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.sitegroup.Sites;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Inside the container: the features resolve, every bundle of ours is active, and the core's services are there. */
@RunWith(PaxExam.class)
public class FeaturesIT {

    @Inject
    private BundleContext context;

    @Inject
    private Sites sites;

    @Inject
    private Authority authority;

    @Inject
    private Offerings offerings;

    @Inject
    private Gate gate;

    @Inject
    private InstalledPlugins plugins;

    @Configuration
    public Option[] configuration() {
        String work = System.getProperty("jutong.work") + "/pax-exam";
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(new File(System.getProperty("jutong.archive"))
                            .toURI()
                            .toString())
                    .name("Jutong")
                    .unpackDirectory(new File(work))
                    .useDeployFolder(false),
            configureSecurity().disableKarafMBeanServerBuilder(),
            replaceConfigurationFile("etc/org.ops4j.pax.url.mvn.cfg", repositories()),
            CoreOptions.systemProperty("jutong.data").value(work + "/data"),
            CoreOptions.systemProperty("jutong.port").value(System.getProperty("jutong.exam.port", "18971")),
        };
    }

    /** The platform's own bundles from its {@code system} folder, the probe's from Maven, which the platform does without. */
    private static File repositories() {
        try {
            Path file = Files.createTempFile("mvn", ".cfg");
            Files.writeString(file, """
                    org.ops4j.pax.url.mvn.defaultRepositories = \
                    ${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots
                    """);
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void everyBundleOfOursIsActive() {
        List<String> idle = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.jutong."))
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of(), idle);
    }

    @Test
    public void theCoresServicesAnswer() {
        assertEquals(0, sites.count());
        assertTrue(plugins.find("interaction").orElseThrow().isActive());
        assertTrue(offerings.find("interaction").isPresent());
        assertTrue(gate.enabled(new org.jutong.plugin.SiteCode("5201000001")).isEmpty());
        assertTrue(authority != null);
    }
}
