package org.jutong.web.internal.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.jutong.web.internal.door.PluginCalls;

/** Runs a plugin's resource method through the gate, with its deadline, its bound and its count of faults. */
final class GuardedInvoker extends JAXRSInvoker {

    private final Gate gate;
    private final PluginCalls calls;

    GuardedInvoker(Gate gate, PluginCalls calls) {
        this.gate = gate;
        this.calls = calls;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments)
            throws Exception {
        HttpServletRequest request = Providers.request(exchange.getInMessage());
        SiteContext site = (SiteContext) request.getAttribute(ApiServlet.SITE);
        if (site == null) {
            return super.performInvocation(exchange, resource, method, arguments);
        }
        try {
            return calls.run(request, site, () -> gate.call(site, any -> invoke(resource, method, arguments)));
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
