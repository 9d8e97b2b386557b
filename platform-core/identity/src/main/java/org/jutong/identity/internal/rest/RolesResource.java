package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Role;
import org.jutong.identity.internal.rights.RoleBook;
import org.jutong.identity.internal.rights.StoredRoles;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles. */
@Component(service = RestResource.class)
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource implements RestResource {

    private final RoleBook book;
    private final StoredRoles roles;

    @Activate
    public RolesResource(@Reference RoleBook book, @Reference StoredRoles roles) {
        this.book = book;
        this.roles = roles;
    }

    /** All roles, by id, with what they may do at present. */
    @GET
    @SignedIn
    public Roles list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Texts.preferred(language);
        return new Roles(book.all().stream().map(role -> view(role, locale)).toList());
    }

    /** Makes one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.role")
    public Response create(
            WantedRole body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        WantedRole wanted = Optional.ofNullable(body).orElse(WantedRole.NOTHING);
        Role made = roles.create(actor, wanted.id(), wanted.titles(), wanted.all());
        return Response.status(Response.Status.CREATED)
                .entity(view(made, Texts.preferred(language)))
                .build();
    }

    /** Changes one for all who hold it. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.role")
    public RoleView change(
            @PathParam("id") String id,
            WantedRole body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        WantedRole wanted = Optional.ofNullable(body).orElse(WantedRole.NOTHING);
        return view(roles.change(actor, id, wanted.titles(), wanted.all()), Texts.preferred(language));
    }

    /** Deletes one that nobody holds. */
    @DELETE
    @Path("{id}")
    @Permission("identity.role")
    public void delete(@PathParam("id") String id, @Context Actor actor) {
        roles.delete(actor, id);
    }

    private RoleView view(Role role, Locale locale) {
        return new RoleView(
                role.id(),
                Texts.pick(locale, role.title()),
                role.title(),
                role.builtIn(),
                role.office().isPresent(),
                book.of(role.id()));
    }

    /** A role; its title in the caller's language, and in both. */
    public record RoleView(
            String id,
            String title,
            Map<String, String> titles,
            boolean builtIn,
            boolean office,
            Set<String> permissions) {}

    /** All roles. */
    public record Roles(List<RoleView> items) {}

    /** A role to be; {@code title} is one text for both languages, or one for each: {@code zh-CN} and {@code en}. */
    public record WantedRole(String id, Object title, List<String> permissions) {

        static final WantedRole NOTHING = new WantedRole(null, null, null);

        Map<String, String> titles() {
            if (title instanceof String both) {
                return Map.of("zh-CN", both, "en", both);
            }
            if (title instanceof Map<?, ?> each
                    && each.get("zh-CN") instanceof String chinese
                    && each.get("en") instanceof String english) {
                return Map.of("zh-CN", chinese, "en", english);
            }
            throw Problem.invalid("text_missing", "title");
        }

        Set<String> all() {
            Set<String> all = new TreeSet<>();
            Optional.ofNullable(permissions).orElse(List.of()).stream()
                    .map(String::valueOf)
                    .forEach(all::add);
            return all;
        }
    }
}
