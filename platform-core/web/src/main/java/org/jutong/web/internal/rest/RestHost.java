package org.jutong.web.internal.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.jutong.catalog.Gate;
import org.jutong.identity.Authority;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.web.internal.door.PluginCalls;
import org.jutong.web.internal.http.ProblemWriter;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Serves every {@link RestResource}: the core's at {@code /v1}, each plugin's at {@code /v1/plugins/{plugin}}. Each
 * address is an endpoint of its own, made when it is first asked for after its resources changed, so that one plugin's
 * coming and going never touches another's. Thread-safe.
 */
@Component(service = RestHost.class)
public final class RestHost {

    private static final String CORE = "";

    private final InstalledPlugins plugins;
    private final Providers providers;
    private final Map<String, List<RestResource>> resources = new HashMap<>();
    private final Map<String, Server> servers = new HashMap<>();
    private final Set<String> stale = new HashSet<>();
    private Bus bus;

    @Activate
    public RestHost(
            @Reference InstalledPlugins plugins,
            @Reference Authority authority,
            @Reference Gate gate,
            @Reference PluginCalls calls,
            @Reference ProblemWriter problems) {
        this.plugins = plugins;
        this.providers = new Providers(authority, gate, calls, plugins, problems);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void bindResource(RestResource resource, ServiceReference<RestResource> reference) {
        String owner = owner(reference);
        resources.computeIfAbsent(owner, any -> new ArrayList<>()).add(resource);
        stale.add(owner);
    }

    synchronized void unbindResource(RestResource resource, ServiceReference<RestResource> reference) {
        resources.forEach((owner, list) -> {
            if (list.remove(resource)) {
                stale.add(owner);
                stop(owner);
            }
        });
        resources.values().removeIf(List::isEmpty);
    }

    synchronized void open(Bus newBus) {
        this.bus = newBus;
        stale.addAll(resources.keySet());
    }

    synchronized void close() {
        List.copyOf(servers.keySet()).forEach(this::stop);
        bus = null;
    }

    void ensureCore() {
        ensure(CORE);
    }

    /** Makes the endpoint of this plugin what its resources are now; false where it has none. */
    synchronized boolean ensure(String owner) {
        if (stale.remove(owner)) {
            stop(owner);
            List<RestResource> list = resources.getOrDefault(owner, List.of());
            if (!list.isEmpty() && bus != null) {
                servers.put(owner, start(owner, list));
            }
        }
        return servers.containsKey(owner);
    }

    /** The classes of all resources by address below {@code /api/v1}. */
    synchronized Map<String, List<Class<?>>> classes() {
        Map<String, List<Class<?>>> byAddress = new TreeMap<>();
        resources.forEach((owner, list) -> byAddress.put(
                address(owner), list.stream().<Class<?>>map(Object::getClass).toList()));
        return byAddress;
    }

    private Server start(String owner, List<RestResource> list) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/v1" + address(owner));
        factory.setServiceBeans(new ArrayList<>(list));
        factory.setProviders(providers.all());
        factory.setInvoker(providers.invoker());
        return factory.create();
    }

    private void stop(String owner) {
        Server server = servers.remove(owner);
        if (server != null) {
            server.destroy();
        }
    }

    private String owner(ServiceReference<RestResource> reference) {
        Optional<InstalledPlugin> plugin = plugins.of(reference.getBundle());
        return plugin.map(InstalledPlugin::id).orElse(CORE);
    }

    private static String address(String owner) {
        return owner.equals(CORE) ? "" : "/plugins/" + owner;
    }
}
