package org.jutong.web.internal.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jutong.runtime.BootStep;
import org.jutong.runtime.InstalledPlugins;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Whether the platform is ready: the container has installed what it boots with, no component of a core bundle waits
 * for anything, and every boot step is done. Plugins do not count: one that cannot start takes nobody along.
 */
@Component(service = Readiness.class)
public final class Readiness {

    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final InstalledPlugins plugins;
    private final List<BootStep> steps = new CopyOnWriteArrayList<>();

    @Activate
    public Readiness(
            BundleContext context, @Reference ServiceComponentRuntime components, @Reference InstalledPlugins plugins) {
        this.context = context;
        this.components = components;
        this.plugins = plugins;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindStep(BootStep step) {
        steps.add(step);
    }

    void unbindStep(BootStep step) {
        steps.remove(step);
    }

    /** What is still awaited, a short phrase; empty when ready. */
    Optional<String> waitingFor() {
        if (context.getServiceReference(BOOT_FINISHED) == null) {
            return Optional.of("正在装配功能");
        }
        return unsatisfied()
                .or(() -> steps.stream()
                        .filter(step -> !step.ready())
                        .map(BootStep::step)
                        .findFirst());
    }

    private Optional<String> unsatisfied() {
        Bundle[] core = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null
                        && bundle.getSymbolicName().startsWith("org.jutong.")
                        && plugins.of(bundle).isEmpty())
                .toArray(Bundle[]::new);
        return Arrays.stream(core)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Readiness::starting)
                .findFirst()
                .or(() -> components.getComponentDescriptionDTOs(core).stream()
                        .filter(this::waits)
                        .map(component -> starting(context.getBundle(component.bundle.id)))
                        .findFirst());
    }

    /** What an operator reads: the part's name, without the product's. */
    private static String starting(Bundle bundle) {
        String name = String.valueOf(bundle.getHeaders().get(Constants.BUNDLE_NAME));
        return "启动 " + name.replaceFirst("^Jutong :: ", "");
    }

    private boolean waits(ComponentDescriptionDTO component) {
        return components.getComponentConfigurationDTOs(component).stream()
                .anyMatch(configuration -> configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                        || configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION);
    }
}
