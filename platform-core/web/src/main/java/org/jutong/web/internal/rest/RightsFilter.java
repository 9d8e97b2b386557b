package org.jutong.web.internal.rest;

import java.lang.reflect.Method;
import java.util.Arrays;
import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.SiteContext;
import org.jutong.runtime.InstalledPlugins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a call whose method declares no right, or one that the caller does not hold: for a plugin's method on the
 * site of the address; for a core method on any site at all, because the service behind it checks the site itself.
 */
@Priority(Priorities.AUTHORIZATION)
final class RightsFilter implements ContainerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RightsFilter.class);

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    private final Authority authority;
    private final InstalledPlugins plugins;

    RightsFilter(Authority authority, InstalledPlugins plugins) {
        this.authority = authority;
        this.plugins = plugins;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(Public.class)) {
            return;
        }
        Permission declared = method.getAnnotation(Permission.class);
        Actor actor = (Actor) request.getAttribute(ApiServlet.ACTOR);
        SiteContext site = (SiteContext) request.getAttribute(ApiServlet.SITE);
        if (declared == null || !Arrays.stream(declared.value()).allMatch(value -> isKnown(value, site))) {
            LOG.error("{} declares no known right; the call is refused", method);
            throw Problem.forbidden("permission_undeclared");
        }
        if (!actor.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        String first = declared.value()[0];
        if (site != null) {
            if (Arrays.stream(declared.value()).noneMatch(value -> authority.allows(actor, value, site.site()))) {
                authority.require(actor, first, site.site());
            }
        } else if (Arrays.stream(declared.value()).noneMatch(value -> authority.allowsSomewhere(actor, value))) {
            throw Problem.forbidden("forbidden_anywhere", first);
        }
    }

    /** A plugin may ask only for rights that it declares itself. */
    private boolean isKnown(String permission, SiteContext site) {
        return site == null
                || plugins.find(site.plugin())
                        .flatMap(plugin -> plugin.descriptor())
                        .filter(descriptor -> descriptor.permissions().stream()
                                .anyMatch(right -> right.id().equals(permission)))
                        .isPresent();
    }
}
