package org.jutong.sitegroup.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.inspection.InspectionSheet;
import org.jutong.sitegroup.internal.inspection.SiteInspections;
import org.jutong.sitegroup.internal.inspection.SiteInspections.Inspectee;
import org.jutong.sitegroup.internal.rest.InspectionBodies.InspectionList;
import org.jutong.sitegroup.internal.rest.InspectionBodies.InspectionView;
import org.jutong.sitegroup.internal.rest.InspectionBodies.Words;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The inspections of all sites. */
@Component(service = RestResource.class)
@Path("inspections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InspectionsResource implements RestResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SiteInspections inspections;
    private final Texts texts;

    @Activate
    public InspectionsResource(@Reference SiteInspections inspections, @Reference Texts texts) {
        this.inspections = inspections;
        this.texts = texts;
    }

    /** What the last inspections came to, the worst first. */
    @GET
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public InspectionList list(
            @QueryParam("verdict") String verdict,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        int size = Page.limit(limit);
        Words words = Words.of(texts, language);
        List<Inspectee> found = inspections.worst(actor, Page.text(verdict), Page.text(after), size + 1);
        Page<InspectionView> page =
                Page.of(found, size, each -> InspectionView.of(each, words), SiteInspections::cursor);
        return new InspectionList(page.items(), page.next());
    }

    /** Inspects all sites in service. */
    @POST
    @Permission("inspection.run")
    public Response start(@Context Actor actor) {
        return Response.accepted(TaskView.of(inspections.inspectAll(actor))).build();
    }

    /** The list as a file. */
    @GET
    @Path("export")
    @Permission({"inspection.run", "site.manage", "article.publish"})
    @Produces(MediaType.WILDCARD)
    public Response export(
            @QueryParam("format") String format,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Locale locale = Texts.preferred(language);
        InspectionSheet sheet = new InspectionSheet(texts, locale);
        String kind = Page.text(format).orElse("csv");
        if (!kind.equals("csv") && !kind.equals("xlsx")) {
            throw Problem.invalid("format_unknown", "format", kind);
        }
        List<Inspectee> all = inspections.worst(actor, Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        return kind.equals("csv")
                ? Downloads.as("inspections.csv", "text/csv; charset=utf-8", sheet.csv(all))
                : Downloads.as("inspections.xlsx", XLSX, sheet.xlsx(all));
    }
}
