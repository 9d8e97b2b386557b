package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.identity.internal.rights.RoleBook;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be done at all: the permissions of the core and of the installed plugins. */
@Component(service = RestResource.class)
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionsResource implements RestResource {

    private final RoleBook book;

    @Activate
    public PermissionsResource(@Reference RoleBook book) {
        this.book = book;
    }

    /** All, by id. */
    @GET
    @SignedIn
    public Permissions list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Texts.preferred(language);
        return new Permissions(book.declared().stream()
                .map(declared ->
                        new PermissionView(declared.id(), Texts.pick(locale, declared.title()), declared.owner()))
                .toList());
    }

    /** A permission; its owner is a plugin, or {@code core}. */
    public record PermissionView(String id, String title, String owner) {}

    /** All permissions. */
    public record Permissions(List<PermissionView> items) {}
}
