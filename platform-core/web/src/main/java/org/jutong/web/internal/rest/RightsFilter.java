package org.jutong.web.internal.rest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.web.internal.door.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a call whose method does not say whom it is for, or whose caller is somebody else. A right is asked on the
 * site that the address names; where it names none, holding it anywhere opens the door and the service behind it asks
 * again about the thing itself.
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
        SiteContext plugin = (SiteContext) request.getAttribute(ApiServlet.SITE);
        Optional<SiteCode> site = plugin != null
                ? Optional.of(plugin.site())
                : Optional.ofNullable(context.getUriInfo().getPathParameters().getFirst("site"))
                        .map(SiteCode::new);
        admit(resource.getResourceMethod(), Caller.of(request), Optional.ofNullable(plugin), site);
    }

    /**
     * Passes or refuses.
     *
     * @param plugin the site as the gate issued it, for a plugin's method
     * @param site the site that the address names
     */
    void admit(Method method, Caller caller, Optional<SiteContext> plugin, Optional<SiteCode> site) {
        Access access = Access.of(method)
                .filter(declared -> declared.permissions().stream().allMatch(name -> isKnown(name, plugin)))
                .orElseThrow(() -> undeclared(method));
        if (access.isPublic()) {
            return;
        }
        if (!caller.actor().isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        if (access.isForAnybodySignedIn()) {
            if (caller.scopes().isPresent()) {
                throw Problem.forbidden("token_not_accepted");
            }
            return;
        }
        List<String> asked = inScope(access.permissions(), caller);
        if (site.isPresent()) {
            if (asked.stream().noneMatch(name -> allows(caller.actor(), name, site.get(), plugin.isPresent()))) {
                authority.require(caller.actor(), asked.get(0), site.get());
            }
        } else if (asked.stream().noneMatch(name -> authority.allowsSomewhere(caller.actor(), name))) {
            throw Problem.forbidden("forbidden_anywhere", asked.get(0));
        }
    }

    /** A core service looks at the column itself; a plugin knows of sites alone. */
    private boolean allows(Actor actor, String permission, SiteCode site, boolean plugin) {
        return plugin ? authority.allows(actor, permission, site) : authority.allowsWithin(actor, permission, site);
    }

    private static List<String> inScope(List<String> permissions, Caller caller) {
        List<String> asked = permissions.stream()
                .filter(name ->
                        caller.scopes().map(scopes -> scopes.contains(name)).orElse(true))
                .toList();
        if (asked.isEmpty()) {
            throw Problem.forbidden("token_scope_missing", permissions.get(0));
        }
        return asked;
    }

    private static Problem undeclared(Method method) {
        LOG.error("{} declares no known right; the call is refused", method);
        return Problem.forbidden("permission_undeclared");
    }

    /** A plugin may ask only for rights that it declares itself. */
    private boolean isKnown(String permission, Optional<SiteContext> site) {
        return site.isEmpty()
                ? authority.isDeclared(permission)
                : plugins.find(site.get().plugin())
                        .flatMap(plugin -> plugin.descriptor())
                        .filter(descriptor -> descriptor.permissions().stream()
                                .anyMatch(right -> right.id().equals(permission)))
                        .isPresent();
    }
}
