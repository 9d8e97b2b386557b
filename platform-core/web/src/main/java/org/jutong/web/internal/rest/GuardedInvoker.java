package org.jutong.web.internal.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;

/** Runs a plugin's resource method through the gate, with its deadline, its bound and its count of faults. */
final class GuardedInvoker extends JAXRSInvoker {

    private final Gate gate;

    GuardedInvoker(Gate gate) {
        this.gate = gate;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments)
            throws Exception {
        SiteContext site =
                (SiteContext) Providers.request(exchange.getInMessage()).getAttribute(ApiServlet.SITE);
        if (site == null) {
            return super.performInvocation(exchange, resource, method, arguments);
        }
        try {
            return gate.call(site, any -> invoke(resource, method, arguments));
        } catch (PluginFault fault) {
            throw Problem.of(503, "plugin_fault", site.plugin(), site.siteName());
        }
    }

    private static Object invoke(Object resource, Method method, Object[] arguments) {
        try {
            return method.invoke(resource, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
