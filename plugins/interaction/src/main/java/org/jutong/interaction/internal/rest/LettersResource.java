package org.jutong.interaction.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.ws.rs.Consumes;
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
import org.jutong.interaction.Letter;
import org.jutong.interaction.LetterState;
import org.jutong.interaction.Letters;
import org.jutong.interaction.PublishedPlace;
import org.jutong.interaction.QueryCode;
import org.jutong.plugin.Permission;
import org.jutong.plugin.PersonalData;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.jutong.plugin.SiteContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters over HTTP: citizens send and follow up, the site's staff answers and publishes. */
@Component(service = RestResource.class)
@Path("sites/{site}/letters")
@Produces(MediaType.APPLICATION_JSON)
public final class LettersResource implements RestResource {

    private static final String ANSWER = "interaction.answer";

    private final Letters letters;
    private final PersonalData personal;
    private final Clock clock;

    @Activate
    public LettersResource(@Reference Letters letters, @Reference PersonalData personal, @Reference Clock clock) {
        this.letters = letters;
        this.personal = personal;
        this.clock = clock;
    }

    @POST
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(@Context SiteContext site, LetterRequest request) {
        QueryCode code = letters.send(site, present(request).draft());
        return Response.status(Response.Status.CREATED)
                .entity(new SentLetter(code.value()))
                .build();
    }

    @GET
    @Public
    @Path("by-code/{code}")
    public FollowedLetter byCode(@Context SiteContext site, @PathParam("code") String code) {
        return FollowedLetter.of(letters.byCode(site, QueryCode.typed(code)));
    }

    @GET
    @SignedIn
    @Path("mine")
    public LetterPage<OwnLetter> mine(
            @Context SiteContext site, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        List<OwnLetter> found = letters.own(site, before(after), LetterPage.fetch(limit)).stream()
                .map(OwnLetter::of)
                .toList();
        return LetterPage.of(found, limit, last -> String.valueOf(last.id()));
    }

    @GET
    @Public
    @Path("published")
    public LetterPage<PublishedLetter> published(
            @Context SiteContext site, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        Optional<PublishedPlace> place = Optional.ofNullable(after).map(PublishedPlace::of);
        List<PublishedLetter> found = letters.published(site, place, LetterPage.fetch(limit)).stream()
                .map(PublishedLetter::of)
                .toList();
        return LetterPage.of(found, limit, last -> new PublishedPlace(last.publishedAt(), last.id()).toString());
    }

    @GET
    @Permission(ANSWER)
    public LetterPage<ListedLetter> list(
            @Context SiteContext site,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Optional<LetterState> only =
                Optional.ofNullable(state).filter(word -> !word.isEmpty()).map(LetterState::of);
        List<ListedLetter> found = letters.newest(site, only, before(after), LetterPage.fetch(limit)).stream()
                .map(ListedLetter::of)
                .toList();
        return LetterPage.of(found, limit, last -> String.valueOf(last.id()));
    }

    @GET
    @Permission(ANSWER)
    @Path("{id}")
    public FullLetter find(@Context SiteContext site, @PathParam("id") String id) {
        return shown(site, letters.find(site, number(id)), "办理来信");
    }

    @PUT
    @Permission(ANSWER)
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public FullLetter answer(@Context SiteContext site, @PathParam("id") String id, AnswerRequest request) {
        AnswerRequest answer = present(request);
        OptionalInt version = answer.version() == null ? OptionalInt.empty() : OptionalInt.of(answer.version());
        return shown(site, letters.answer(site, number(id), answer.text(), version), "答复来信");
    }

    @POST
    @Permission(ANSWER)
    @Path("{id}/publication")
    public FullLetter publish(@Context SiteContext site, @PathParam("id") String id) {
        return shown(site, letters.publish(site, number(id)), "公开来信");
    }

    private FullLetter shown(SiteContext site, Letter letter, String purpose) {
        return FullLetter.shown(personal, site, letter, clock.getZone(), purpose);
    }

    private static <T> T present(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> Problem.of(400, "letter_body_missing"));
    }

    private static long before(String after) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw Problem.invalid("letter_list_after", "after");
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.notFound("letter_not_found");
        }
    }
}
