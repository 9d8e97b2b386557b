package org.jutong.catalog.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.util.tracker.ServiceTracker;

/** Looks the services of a bundle up in the registry, by what its manifest promises. */
@Component
public final class RegisteredServices implements PluginServices {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BundleContext context;
    private final Duration patience;

    @Activate
    public RegisteredServices(BundleContext context) {
        this(context, PATIENCE);
    }

    RegisteredServices(BundleContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    @Override
    public boolean arrive(Bundle bundle) {
        long end = System.nanoTime() + patience.toNanos();
        return promised(bundle).stream().allMatch(type -> arrives(type, bundle, end));
    }

    @Override
    public <S, R> Optional<R> with(Bundle bundle, Class<S> type, Function<List<S>, R> work) {
        List<ServiceReference<S>> references = references(bundle, type);
        List<S> services = new ArrayList<>();
        try {
            for (ServiceReference<S> reference : references) {
                Optional.ofNullable(context.getService(reference)).ifPresent(services::add);
            }
            boolean all = services.size() == references.size()
                    && (!services.isEmpty() || !promised(bundle).contains(type.getName()));
            return all ? Optional.of(work.apply(services)) : Optional.empty();
        } finally {
            references.forEach(context::ungetService);
        }
    }

    private boolean arrives(String type, Bundle bundle, long end) {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, filter(type, bundle), null);
        tracker.open(true);
        try {
            // 0 would wait for ever
            long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
            return tracker.waitForService(left) != null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            tracker.close();
        }
    }

    private <S> List<ServiceReference<S>> references(Bundle bundle, Class<S> type) {
        try {
            String filter = filter(type.getName(), bundle).toString();
            return List.copyOf(context.getServiceReferences(type, filter));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Filter filter(String type, Bundle bundle) {
        try {
            return context.createFilter("(&(" + Constants.OBJECTCLASS + "=" + type + ")(" + Constants.SERVICE_BUNDLEID
                    + "=" + bundle.getBundleId() + "))");
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The build writes a capability into the manifest for each type of service that a component registers. */
    private static Set<String> promised(Bundle bundle) {
        Set<String> types = new TreeSet<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision != null) {
            revision.getDeclaredCapabilities("osgi.service").forEach(capability -> {
                Object names = capability.getAttributes().get(Constants.OBJECTCLASS);
                if (names instanceof Collection<?> several) {
                    several.forEach(name -> types.add(name.toString()));
                } else if (names != null) {
                    types.add(names.toString());
                }
            });
        }
        return types;
    }
}
