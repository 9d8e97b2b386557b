package org.jutong.sitegroup.internal.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.sitegroup.OfficialDocuments;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.OfficialDocuments.Force;
import org.jutong.sitegroup.OfficialDocuments.Related;
import org.jutong.sitegroup.OfficialDocuments.Standing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a document is in force, and what explains it. */
@Component(service = RestResource.class)
@Path("articles/{id}/document")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DocumentsResource implements RestResource {

    private final OfficialDocuments documents;

    @Activate
    public DocumentsResource(@Reference OfficialDocuments documents) {
        this.documents = documents;
    }

    /** What is known of it. */
    @GET
    @Permission({"article.write", "article.review", "article.review-second", "article.review-final", "article.publish"})
    public FactsView of(@PathParam("id") String id, @Context Actor actor) {
        return FactsView.of(documents.of(actor, id(id)));
    }

    /** Says whether it is in force. */
    @PUT
    @Path("standing")
    @Permission("article.publish")
    public FactsView stand(@PathParam("id") String id, StandingRequest request, @Context Actor actor) {
        StandingRequest said = Optional.ofNullable(request).orElse(new StandingRequest(null, null, null));
        return FactsView.of(documents.stand(actor, id(id), Optional.of(said.standing())));
    }

    /** Takes back what was said of its force. */
    @DELETE
    @Path("standing")
    @Permission("article.publish")
    public FactsView unsay(@PathParam("id") String id, @Context Actor actor) {
        return FactsView.of(documents.stand(actor, id(id), Optional.empty()));
    }

    /** Says which documents it interprets. */
    @PUT
    @Path("interprets")
    @Permission({"article.write", "article.publish"})
    public FactsView interpret(@PathParam("id") String id, InterpretsRequest request, @Context Actor actor) {
        List<Long> named = Optional.ofNullable(request)
                .map(InterpretsRequest::documents)
                .filter(all -> all.stream().allMatch(Objects::nonNull))
                .orElseThrow(() -> Problem.invalid("documents_missing", "documents"));
        return FactsView.of(documents.interpret(actor, id(id), named));
    }

    private static long id(String id) {
        return Page.id(id, "article_not_found");
    }

    /** {@code force} in_force, repealed or expired; {@code since} a day; {@code basis} may be missing. */
    public record StandingRequest(String force, String since, String basis) {

        Standing standing() {
            return new Standing(force(force), day(), Optional.ofNullable(basis).orElse(""));
        }

        private LocalDate day() {
            try {
                return LocalDate.parse(Page.text(since).orElseThrow(() -> Problem.invalid("since_missing", "since")));
            } catch (DateTimeException e) {
                throw Problem.invalid("since_invalid", "since");
            }
        }

        private static Force force(String given) {
            return Arrays.stream(Force.values())
                    .filter(each -> ArticleBodies.name(each).equals(given))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("force_unknown", "force"));
        }
    }

    /** The numbers of the documents. */
    public record InterpretsRequest(List<Long> documents) {}

    /** What is known of a document; without {@code standing} where nothing was said. */
    public record FactsView(StandingView standing, List<RelatedView> interprets, List<RelatedView> interpretedBy) {

        static FactsView of(Facts facts) {
            return new FactsView(
                    facts.standing()
                            .map(said -> new StandingView(
                                    ArticleBodies.name(said.force()),
                                    said.since().toString(),
                                    said.basis()))
                            .orElse(null),
                    facts.interprets().stream().map(RelatedView::of).toList(),
                    facts.interpretedBy().stream().map(RelatedView::of).toList());
        }
    }

    /** Whether it is in force. */
    public record StandingView(String force, String since, String basis) {}

    /** Another article; {@code url} leads to it where readers see it. */
    public record RelatedView(long id, String title, boolean published, String url) {

        static RelatedView of(Related related) {
            return new RelatedView(
                    related.article(),
                    related.title(),
                    related.published(),
                    "/sites/" + related.site() + "/articles/" + related.article());
        }
    }
}
