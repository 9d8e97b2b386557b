package org.jutong.sitegroup.internal.rest;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.rest.LifeBodies.Because;
import org.jutong.sitegroup.internal.rest.LifeBodies.FilingBody;
import org.jutong.sitegroup.internal.rest.LifeBodies.Merger;
import org.jutong.sitegroup.internal.rest.LifeBodies.Move;
import org.jutong.sitegroup.internal.rest.LifeBodies.Pause;
import org.jutong.sitegroup.internal.rest.LifeBodies.StepList;
import org.jutong.sitegroup.internal.rest.LifeBodies.StepView;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The steps in the life of one site. */
@Component(service = RestResource.class)
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LifeResource implements RestResource {

    private final SiteLife life;
    private final Files files;

    @Activate
    public LifeResource(@Reference SiteLife life, @Reference Files files) {
        this.life = life;
        this.files = files;
    }

    /** What happened to the site, oldest first, and what can be done next. */
    @GET
    @Path("{site}/steps")
    @Permission({"site.manage", "site.approve", "site.apply"})
    public StepList steps(@PathParam("site") String site, @Context Actor actor) {
        SiteCode code = new SiteCode(site);
        return new StepList(
                life.steps(actor, code).stream().map(StepView::of).toList(),
                life.next(code).stream().map(Step.Kind::id).toList());
    }

    /** A document of a step, to be saved. */
    @GET
    @Path("{site}/steps/{step}/documents/{file}")
    @Permission({"site.manage", "site.approve", "site.apply"})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response document(
            @PathParam("site") String site,
            @PathParam("step") String step,
            @PathParam("file") String file,
            @Context Actor actor) {
        StoredFile found = life.steps(actor, new SiteCode(site)).stream()
                .filter(each -> Long.toString(each.id()).equals(step))
                .flatMap(each -> each.documents().stream())
                .filter(each -> Long.toString(each.id()).equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file_not_found", file));
        return Downloads.of(found, files.content(found));
    }

    /** The next level agrees. */
    @POST
    @Path("{site}/approvals")
    @Permission("site.approve")
    public SiteBody approve(@PathParam("site") String site, Because why, @Context Actor actor) {
        return SiteBody.of(life.approve(actor, new SiteCode(site), Because.given(why)));
    }

    /** The next level refuses. */
    @POST
    @Path("{site}/rejections")
    @Permission("site.approve")
    public SiteBody reject(@PathParam("site") String site, Because why, @Context Actor actor) {
        return SiteBody.of(life.reject(actor, new SiteCode(site), Because.given(why)));
    }

    /** Its numbers and its test, as in its footer. */
    @GET
    @Path("{site}/filing")
    @Public
    public FilingBody filing(@PathParam("site") String site) {
        return FilingBody.of(life.filing(new SiteCode(site)));
    }

    /** Records them. */
    @PUT
    @Path("{site}/filing")
    @Permission("site.manage")
    public FilingBody file(@PathParam("site") String site, FilingBody body, @Context Actor actor) {
        FilingBody given = FilingBody.given(body);
        return FilingBody.of(life.file(actor, new SiteCode(site), given.filing(), given.why()));
    }

    /** Puts a prepared site into service. */
    @POST
    @Path("{site}/opening")
    @Permission("site.open")
    public SiteBody open(@PathParam("site") String site, Because why, @Context Actor actor) {
        return SiteBody.of(life.open(actor, new SiteCode(site), Because.given(why)));
    }

    /** Closes it until a day. */
    @PUT
    @Path("{site}/temporary-closure")
    @Permission("site.close")
    public SiteBody pause(@PathParam("site") String site, Pause pause, @Context Actor actor) {
        Pause given = Pause.given(pause);
        return SiteBody.of(life.closeTemporarily(
                actor,
                new SiteCode(site),
                LifeBodies.day(given.until(), "until_invalid", "until"),
                Boolean.TRUE.equals(given.unforeseen()),
                given.why()));
    }

    /** Back into service. */
    @DELETE
    @Path("{site}/temporary-closure")
    @Permission("site.close")
    public SiteBody reopen(@PathParam("site") String site, @QueryParam("reason") String reason, @Context Actor actor) {
        return SiteBody.of(life.reopen(actor, new SiteCode(site), Why.because(reason)));
    }

    /** Begins to merge it into another site. */
    @PUT
    @Path("{site}/merger")
    @Permission("site.close")
    public Response merge(@PathParam("site") String site, Merger merger, @Context Actor actor) {
        Merger given = Merger.given(merger);
        SiteCode target =
                new SiteCode(Page.text(given.into()).orElseThrow(() -> Problem.invalid("target_missing", "into")));
        return Response.accepted(TaskView.of(life.merge(
                        actor,
                        new SiteCode(site),
                        target,
                        Optional.ofNullable(given.columns()).orElse(Map.of()),
                        given.why())))
                .build();
    }

    /** It stays after all. */
    @DELETE
    @Path("{site}/merger")
    @Permission("site.close")
    public SiteBody keep(@PathParam("site") String site, @QueryParam("reason") String reason, @Context Actor actor) {
        return SiteBody.of(life.keep(actor, new SiteCode(site), Why.because(reason)));
    }

    /** Closes it for good. */
    @POST
    @Path("{site}/closure")
    @Permission("site.close")
    public SiteBody close(@PathParam("site") String site, Because why, @Context Actor actor) {
        return SiteBody.of(life.close(actor, new SiteCode(site), Because.given(why)));
    }

    /** Moves it below another site. */
    @PUT
    @Path("{site}/parent")
    @Permission("site.manage")
    public SiteBody move(@PathParam("site") String site, Move move, @Context Actor actor) {
        Move given = Move.given(move);
        SiteCode parent =
                new SiteCode(Page.text(given.parent()).orElseThrow(() -> Problem.invalid("parent_missing", "parent")));
        return SiteBody.of(life.move(actor, new SiteCode(site), parent, given.why()));
    }
}
