package org.jutong.sitegroup.internal.rest;

import java.net.URI;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.columns.ColumnRequest;
import org.jutong.sitegroup.internal.columns.OwnColumns;
import org.jutong.sitegroup.internal.rest.ColumnBodies.ColumnBody;
import org.jutong.sitegroup.internal.rest.ColumnBodies.ColumnList;
import org.jutong.sitegroup.internal.rest.ColumnBodies.OwnColumnsBody;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The columns of a site. */
@Component(service = RestResource.class)
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ColumnsResource implements RestResource {

    private final Sites sites;
    private final Columns columns;
    private final OwnColumns own;

    @Activate
    public ColumnsResource(@Reference Sites sites, @Reference Columns columns, @Reference OwnColumns own) {
        this.sites = sites;
        this.columns = columns;
        this.own = own;
    }

    /** The site's columns, each first-level one followed by those below it. */
    @GET
    @Path("{site}/columns")
    @Public
    public ColumnList list(@PathParam("site") String code) {
        return new ColumnList(
                ColumnBody.of(columns.of(sites.require(new SiteCode(code)).code())));
    }

    /** The site's own columns, and where the standard lets it have more. */
    @GET
    @Path("{site}/own-columns")
    @Permission("site.manage")
    public OwnColumnsBody own(@PathParam("site") String code, @Context Actor actor) {
        return OwnColumnsBody.of(own.room(actor, new SiteCode(code)));
    }

    /** Adds a column of the site's own. */
    @POST
    @Path("{site}/columns")
    @Permission("site.manage")
    public Response add(@PathParam("site") String code, ColumnRequest request, @Context Actor actor) {
        SiteCode site = new SiteCode(code);
        String key = own.add(actor, site, given(request)).key();
        return Response.created(URI.create("sites/" + code + "/columns/" + key))
                .entity(one(site, key))
                .build();
    }

    /** Changes or moves a column of the site's own. */
    @PATCH
    @Path("{site}/columns/{key}")
    @Permission("site.manage")
    public ColumnBody change(
            @PathParam("site") String code, @PathParam("key") String key, ColumnRequest request, @Context Actor actor) {
        SiteCode site = new SiteCode(code);
        return one(site, own.change(actor, site, key, given(request)).key());
    }

    /** Takes a column of the site's own off it; {@code into} takes its articles. */
    @DELETE
    @Path("{site}/columns/{key}")
    @Permission("site.manage")
    public void remove(
            @PathParam("site") String code,
            @PathParam("key") String key,
            @QueryParam("into") String into,
            @Context Actor actor) {
        own.remove(actor, new SiteCode(code), key, Page.text(into));
    }

    private ColumnBody one(SiteCode site, String key) {
        return ColumnBody.of(columns.of(site)).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static ColumnRequest given(ColumnRequest request) {
        return Optional.ofNullable(request)
                .orElseGet(() -> new ColumnRequest(null, null, null, null, null, null, null, null));
    }
}
