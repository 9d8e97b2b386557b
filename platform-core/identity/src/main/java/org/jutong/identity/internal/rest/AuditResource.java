package org.jutong.identity.internal.rest;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import javax.ws.rs.DefaultValue;
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
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.jutong.audit.Action;
import org.jutong.audit.AuditLog;
import org.jutong.audit.AuditQuery;
import org.jutong.identity.internal.audit.AuditDesk;
import org.jutong.identity.internal.audit.AuditFilters;
import org.jutong.identity.internal.rest.AuditViews.ActionView;
import org.jutong.identity.internal.rest.AuditViews.Actions;
import org.jutong.identity.internal.rest.AuditViews.ArchiveView;
import org.jutong.identity.internal.rest.AuditViews.Archives;
import org.jutong.identity.internal.rest.AuditViews.EntryView;
import org.jutong.identity.internal.rest.AuditViews.Page;
import org.jutong.identity.internal.rest.AuditViews.Verdict;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit record: reading it, taking it away, checking it. */
@Component(service = RestResource.class)
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource implements RestResource {

    private static final int LARGEST_PAGE = 200;

    private final AuditDesk desk;
    private final Texts texts;
    private final Clock clock;

    @Activate
    public AuditResource(@Reference AuditDesk desk, @Reference Texts texts, @Reference Clock clock) {
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /** Newest first; filters {@code from}, {@code until}, {@code actor}, {@code action}, {@code site}, and so on. */
    @GET
    @Permission(AuditDesk.READ)
    public Page search(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context UriInfo address,
            @Context Actor actor) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problem.invalid("limit_invalid", "limit", LARGEST_PAGE);
        }
        AuditLog.Page page = desk.search(actor, query(address), AuditFilters.place(after), limit);
        return new Page(
                page.items().stream()
                        .map(entry -> EntryView.of(entry, clock.getZone()))
                        .toList(),
                page.next().map(String::valueOf).orElse(null));
    }

    /** What can be recorded, with its names for people. */
    @GET
    @Path("actions")
    @Permission(AuditDesk.READ)
    public Actions actions(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = Texts.preferred(language);
        return new Actions(Arrays.stream(Action.values())
                .map(action -> new ActionView(action.name(), texts.say(locale, "audit.action." + action.name())))
                .toList());
    }

    /** The same entries as the search, all of them, oldest first, one JSON object a line. */
    @GET
    @Path("export")
    @Produces({"application/x-ndjson", MediaType.APPLICATION_JSON})
    @Permission(AuditDesk.EXPORT)
    public Response export(@Context UriInfo address, @Context Actor actor) {
        AuditDesk.Export export = desk.export(actor, query(address));
        StreamingOutput body = export::writeTo;
        return Response.ok(body, "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Has the whole chain checked. */
    @POST
    @Path("verification")
    @Permission(AuditDesk.VERIFY)
    public Verdict verify(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        AuditLog.Verification found = desk.verify(actor, read -> {});
        return Verdict.of(found, desk.head().map(desk::line), texts, Texts.preferred(language));
    }

    /** The newest signed head, as it stands in the files of heads. */
    @GET
    @Path("head")
    @Permission({AuditDesk.READ, AuditDesk.VERIFY})
    public Response head() {
        return desk.head()
                .map(head -> Response.ok(desk.line(head)))
                .orElseThrow(() -> Problem.notFound("audit_head_missing"))
                .build();
    }

    /** The files that older entries were moved to. */
    @GET
    @Path("archives")
    @Permission({AuditDesk.READ, AuditDesk.VERIFY})
    public Archives archives() {
        return new Archives(desk.archives().stream()
                .map(archive -> ArchiveView.of(archive, clock.getZone()))
                .toList());
    }

    private static AuditQuery query(UriInfo address) {
        return AuditFilters.read(name -> address.getQueryParameters().getFirst(name));
    }
}
