package org.jutong.web.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jutong.catalog.Gate;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteContext;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.web.internal.door.Caller;
import org.jutong.web.internal.door.PluginCalls;
import org.jutong.web.internal.http.ProblemWriter;

/** What every endpoint shares: JSON, the caller and the site as {@code @Context} parameters, rights, error mapping. */
final class Providers {

    private final JAXRSInvoker invoker;
    private final List<Object> all;

    Providers(Authority authority, Gate gate, PluginCalls calls, InstalledPlugins plugins, ProblemWriter problems) {
        this.invoker = new GuardedInvoker(gate, calls);
        ObjectMapper json = Json.mapper();
        this.all = List.of(
                new JacksonJsonProvider(json),
                new ActorProvider(),
                new SiteProvider(),
                new RightsFilter(authority, plugins),
                new ProblemMapper(problems));
    }

    List<Object> all() {
        return all;
    }

    JAXRSInvoker invoker() {
        return invoker;
    }

    static HttpServletRequest request(Message message) {
        return (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    }

    /** {@code @Context Actor}. */
    static final class ActorProvider implements ContextProvider<Actor> {
        @Override
        public Actor createContext(Message message) {
            return Caller.of(request(message)).actor();
        }
    }

    /** {@code @Context SiteContext}; set only for a plugin's address that the gate let through. */
    static final class SiteProvider implements ContextProvider<SiteContext> {
        @Override
        public SiteContext createContext(Message message) {
            return (SiteContext) request(message).getAttribute(ApiServlet.SITE);
        }
    }
}
