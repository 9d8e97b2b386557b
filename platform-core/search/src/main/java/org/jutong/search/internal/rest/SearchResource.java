package org.jutong.search.internal.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
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
import org.jutong.search.ArticleSearch;
import org.jutong.search.Question;
import org.jutong.search.internal.SearchCare;
import org.jutong.search.internal.SearchRights;
import org.jutong.search.internal.StoredSynonyms;
import org.jutong.search.internal.rest.SearchBodies.FoundView;
import org.jutong.search.internal.rest.SearchBodies.IndexView;
import org.jutong.search.internal.rest.SearchBodies.Suggestions;
import org.jutong.search.internal.rest.SearchBodies.SynonymList;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finding articles, and looking after the search. */
@Component(service = RestResource.class)
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SearchResource implements RestResource {

    private static final int SUGGESTED = 8;

    private final ArticleSearch search;
    private final SearchCare care;
    private final StoredSynonyms synonyms;
    private final Sites sites;
    private final Columns columns;

    @Activate
    public SearchResource(
            @Reference ArticleSearch search,
            @Reference SearchCare care,
            @Reference StoredSynonyms synonyms,
            @Reference Sites sites,
            @Reference Columns columns) {
        this.search = search;
        this.care = care;
        this.synonyms = synonyms;
        this.sites = sites;
        this.columns = columns;
    }

    /** Articles with all words; see {@link Question} for the filters. */
    @GET
    @Public
    public FoundView find(
            @QueryParam("q") String words,
            @QueryParam("site") String site,
            @QueryParam("below") String below,
            @QueryParam("column") String column,
            @QueryParam("subject") String subject,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("number") String number,
            @QueryParam("sort") String sort,
            @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        if (text(column).isPresent() && text(site).isEmpty()) {
            throw Problem.invalid("site_missing", "site");
        }
        Question question = new Question(
                words == null ? "" : words,
                text(site).map(SiteCode::new),
                "true".equals(below),
                text(column),
                text(subject),
                day("from", from),
                day("until", until),
                text(number),
                newest(sort),
                number(page, 1, "page_too_far", "page", ArticleSearch.FARTHEST),
                number(limit, 10, "limit_invalid", "limit", 50));
        return FoundView.of(search.find(question), question.page(), sites, columns);
    }

    /** Titles with what somebody began to type. */
    @GET
    @Path("suggestions")
    @Public
    public Suggestions suggest(@QueryParam("q") String typed, @QueryParam("site") String site) {
        return new Suggestions(search.suggest(text(site).map(SiteCode::new), typed, SUGGESTED));
    }

    /** How this node's index stands. */
    @GET
    @Path("index")
    @Permission(SearchRights.MANAGE)
    public IndexView state(@Context Actor actor) {
        return IndexView.of(care.state(actor));
    }

    /** Begins to build new indexes. */
    @POST
    @Path("index")
    @Permission(SearchRights.MANAGE)
    public Response rebuild(@Context Actor actor) {
        return Response.accepted(IndexView.of(care.rebuild(actor))).build();
    }

    /** Words that mean the same. */
    @GET
    @Path("synonyms")
    @Permission(SearchRights.MANAGE)
    public SynonymList synonyms(@Context Actor actor) {
        return new SynonymList(synonyms.all(actor));
    }

    /** Replaces them all. */
    @PUT
    @Path("synonyms")
    @Permission(SearchRights.MANAGE)
    public SynonymList replace(SynonymList given, @Context Actor actor) {
        List<List<String>> groups = given == null ? null : given.groups();
        return new SynonymList(synonyms.replace(actor, groups));
    }

    private static boolean newest(String sort) {
        return switch (text(sort).orElse("relevance")) {
            case "relevance" -> false;
            case "time" -> true;
            default -> throw Problem.invalid("sort_invalid", "sort");
        };
    }

    private static Optional<LocalDate> day(String field, String given) {
        try {
            return text(given).map(LocalDate::parse).filter(day -> {
                if (day.getYear() < 1900 || day.getYear() > 9998) {
                    throw Problem.invalid("day_invalid", field, given);
                }
                return true;
            });
        } catch (DateTimeParseException e) {
            throw Problem.invalid("day_invalid", field, given.length() > 40 ? "" : given);
        }
    }

    private static int number(String given, int usual, String code, String field, int most) {
        return text(given)
                .map(value -> {
                    if (!value.matches("[1-9]\\d{0,5}")) {
                        throw Problem.invalid(code, field, most);
                    }
                    return Integer.valueOf(value);
                })
                .orElse(usual);
    }

    private static Optional<String> text(String given) {
        return Optional.ofNullable(given).map(String::strip).filter(value -> !value.isEmpty());
    }
}
