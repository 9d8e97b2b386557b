package org.jutong.catalog.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.plugin.SiteData;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.tracker.ServiceTracker;

/** The services of type {@link SiteData} that a bundle has in the registry. */
@Component
public final class RegisteredSiteData implements SiteDataLookup {

    /** A plugin that was started a moment ago registers its services when its migrations have run. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final BundleContext context;

    @Activate
    public RegisteredSiteData(BundleContext context) {
        this.context = context;
    }

    @Override
    public <R> Optional<R> with(Bundle bundle, Function<List<SiteData>, R> work) {
        if (promises(bundle) && !arrives(bundle)) {
            return Optional.empty();
        }
        List<ServiceReference<SiteData>> references = references(bundle);
        List<SiteData> services = new ArrayList<>();
        try {
            for (ServiceReference<SiteData> reference : references) {
                Optional.ofNullable(context.getService(reference)).ifPresent(services::add);
            }
            return services.size() == references.size() ? Optional.of(work.apply(services)) : Optional.empty();
        } finally {
            references.forEach(context::ungetService);
        }
    }

    private boolean arrives(Bundle bundle) {
        try {
            ServiceTracker<SiteData, SiteData> tracker =
                    new ServiceTracker<>(context, context.createFilter(filter(bundle)), null);
            tracker.open();
            try {
                return tracker.waitForService(PATIENCE_MILLIS) != null;
            } finally {
                tracker.close();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<ServiceReference<SiteData>> references(Bundle bundle) {
        try {
            return List.copyOf(context.getServiceReferences(SiteData.class, filter(bundle)));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean promises(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities("osgi.service").stream()
                        .map(capability -> capability.getAttributes().get(Constants.OBJECTCLASS))
                        .anyMatch(types -> types instanceof Collection<?> names
                                ? names.contains(SiteData.class.getName())
                                : SiteData.class.getName().equals(types));
    }

    private static String filter(Bundle bundle) {
        return "(&(" + Constants.OBJECTCLASS + "=" + SiteData.class.getName() + ")(" + Constants.SERVICE_BUNDLEID + "="
                + bundle.getBundleId() + "))";
    }
}
