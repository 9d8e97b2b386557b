package org.jutong.sitegroup.internal.rest;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.evidence.EvidenceWords;
import org.jutong.sitegroup.internal.evidence.Observation;
import org.jutong.sitegroup.internal.evidence.Observations;
import org.jutong.sitegroup.internal.rest.EvidenceBodies.EvidenceBody;
import org.jutong.sitegroup.internal.rest.EvidenceBodies.EvidenceList;
import org.jutong.sitegroup.internal.rest.EvidenceBodies.EvidenceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people observed on one site. */
@Component(service = RestResource.class)
@Path("sites/{site}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EvidenceResource implements RestResource {

    private final Observations observations;
    private final Files files;
    private final Texts texts;

    @Activate
    public EvidenceResource(@Reference Observations observations, @Reference Files files, @Reference Texts texts) {
        this.observations = observations;
        this.files = files;
        this.texts = texts;
    }

    /** What was observed, the newest first. */
    @GET
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public EvidenceList list(
            @PathParam("site") String code,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        int size = Page.limit(limit);
        String which = Page.text(state).orElse("standing");
        if (!which.equals("standing") && !which.equals("all")) {
            throw Problem.invalid("evidence_state_unknown", "state");
        }
        List<Observation> found = observations.of(
                actor,
                new SiteCode(code),
                which.equals("standing"),
                Page.after(after).orElse(Long.MAX_VALUE),
                size + 1);
        Page<EvidenceView> page = Page.of(found, size, each -> view(each, language), each -> Long.toString(each.id()));
        return new EvidenceList(page.items(), page.next());
    }

    /** Records what was observed. */
    @POST
    @Permission("inspection.run")
    public Response record(
            @PathParam("site") String code,
            EvidenceBody body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Observation made = observations.record(actor, new SiteCode(code), EvidenceBody.given(body));
        return Response.created(URI.create("sites/" + made.site() + "/evidence/" + made.id()))
                .entity(view(made, language))
                .build();
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Permission({"inspection.run", "site.manage", "article.publish"})
    public EvidenceView one(
            @PathParam("site") String code,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return view(observations.get(actor, new SiteCode(code), number(id)), language);
    }

    /** Takes it back. */
    @DELETE
    @Path("{id}")
    @Permission("inspection.run")
    public EvidenceView takeBack(
            @PathParam("site") String code,
            @PathParam("id") String id,
            @QueryParam("reason") String reason,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return view(observations.takeBack(actor, new SiteCode(code), number(id), reason), language);
    }

    /** Its document, to be saved. */
    @GET
    @Path("{id}/document")
    @Permission({"inspection.run", "site.manage", "article.publish"})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response document(@PathParam("site") String code, @PathParam("id") String id, @Context Actor actor) {
        StoredFile file = observations
                .get(actor, new SiteCode(code), number(id))
                .document()
                .orElseThrow(() -> Problem.notFound("file_not_found", id));
        return Downloads.of(file, files.content(file));
    }

    private static long number(String id) {
        return Page.id(id, "evidence_not_found");
    }

    private EvidenceView view(Observation seen, String language) {
        EvidenceWords words = new EvidenceWords(texts, observations.rules(), Texts.preferred(language));
        return EvidenceView.of(seen, observations.until(seen), words);
    }
}
