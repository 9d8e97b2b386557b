package org.jutong.sitegroup.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.columns.lint.Severity;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.lint.SiteFinding;
import org.jutong.sitegroup.internal.lint.SiteLint;
import org.jutong.sitegroup.internal.rest.FindingBodies.FindingList;
import org.jutong.sitegroup.internal.rest.FindingBodies.FindingView;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The linter over one site, and what it found there. */
@Component(service = RestResource.class)
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LintResource implements RestResource {

    private final SiteLint lint;
    private final Texts texts;

    @Activate
    public LintResource(@Reference SiteLint lint, @Reference Texts texts) {
        this.lint = lint;
        this.texts = texts;
    }

    /** Checks all pages of a site, as a task. */
    @POST
    @Path("{site}/lint")
    @Permission({"inspection.run", "site.manage"})
    public Response start(@PathParam("site") String code, @Context Actor actor) {
        return Response.accepted(TaskView.of(lint.start(actor, new SiteCode(code))))
                .build();
    }

    /** What is found on a site, the worst first. */
    @GET
    @Path("{site}/findings")
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public FindingList list(
            @PathParam("site") String code,
            @QueryParam("state") String state,
            @QueryParam("severity") String severity,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        int size = Page.limit(limit);
        List<SiteFinding> found = lint.worst(
                actor,
                new SiteCode(code),
                Page.text(state)
                        .map(s -> value(SiteFinding.State.class, "state", s))
                        .orElse(SiteFinding.State.OPEN),
                Page.text(severity).map(s -> value(Severity.class, "severity", s)),
                Page.text(after),
                size + 1);
        Locale locale = Texts.preferred(language);
        Page<FindingView> page = Page.of(found, size, f -> FindingView.of(f, texts, locale), SiteFinding::id);
        return new FindingList(page.items(), page.next());
    }

    /** One of them. */
    @GET
    @Path("{site}/findings/{id}")
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public FindingView one(
            @PathParam("site") String code,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return FindingView.of(lint.get(actor, new SiteCode(code), id), texts, Texts.preferred(language));
    }

    /** Looks whether it is still there. */
    @POST
    @Path("{site}/findings/{id}/check")
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public FindingView check(
            @PathParam("site") String code,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return FindingView.of(lint.check(actor, new SiteCode(code), id), texts, Texts.preferred(language));
    }

    private static <E extends Enum<E>> E value(Class<E> type, String field, String given) {
        return Optional.of(given)
                .filter(text -> text.matches("[a-z]{1,20}"))
                .flatMap(text -> List.of(type.getEnumConstants()).stream()
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst())
                .orElseThrow(() -> Problem.invalid("finding_filter_unknown", field, field));
    }
}
