package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.identity.Organisation;
import org.jutong.identity.internal.people.OrganisationImport;
import org.jutong.identity.internal.people.OrganisationImport.Remark;
import org.jutong.identity.internal.people.OrganisationImport.Report;
import org.jutong.identity.internal.people.StoredOrganisations;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Organisations of the government. */
@Component(service = RestResource.class)
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
public final class OrganisationsResource implements RestResource {

    private final StoredOrganisations organisations;
    private final OrganisationImport imports;
    private final Texts texts;

    @Activate
    public OrganisationsResource(
            @Reference StoredOrganisations organisations,
            @Reference OrganisationImport imports,
            @Reference Texts texts) {
        this.organisations = organisations;
        this.imports = imports;
        this.texts = texts;
    }

    /** Those below one, those at the top, or those that have the words in them; by code. */
    @GET
    @Permission({"identity.manage", "identity.grant"})
    public Organisations list(
            @QueryParam("parent") Long parent,
            @QueryParam("q") String words,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Page.requireLimit(limit);
        List<Organisation> found = words == null || words.isBlank()
                ? organisations.below(Optional.ofNullable(parent))
                : organisations.search(words);
        List<Organisation> rest = found.stream()
                .filter(organisation -> organisation.code().compareTo(after) > 0)
                .toList();
        List<Organisation> page = rest.stream().limit(limit).toList();
        return new Organisations(
                page.stream().map(OrganisationsResource::view).toList(),
                rest.size() > limit ? page.get(limit - 1).code() : null);
    }

    /** Adds one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public Response create(OrganisationBody body, @Context Actor actor) {
        OrganisationBody wanted = Optional.ofNullable(body).orElse(OrganisationBody.NOTHING);
        Organisation made = organisations.create(
                actor, wanted.code(), wanted.name(), Optional.ofNullable(wanted.parent()), wanted.runs());
        return Response.status(Response.Status.CREATED).entity(view(made)).build();
    }

    /** Changes what the body names; the parent 0 and an empty site take away what there was. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("identity.manage")
    public OrganisationView change(@PathParam("id") long id, OrganisationBody body, @Context Actor actor) {
        OrganisationBody wanted = Optional.ofNullable(body).orElse(OrganisationBody.NOTHING);
        return view(organisations.change(
                actor,
                id,
                Optional.ofNullable(wanted.name()),
                Optional.ofNullable(wanted.parent())
                        .map(parent -> Optional.of(parent).filter(number -> number != 0)),
                Optional.ofNullable(wanted.site()).map(site -> wanted.runs())));
    }

    /** Reads a list: {@code code,name,parent}, a line each. */
    @POST
    @Path("import")
    @Consumes({"text/csv", MediaType.TEXT_PLAIN})
    @Permission("identity.manage")
    public Imported read(String csv, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        Locale locale = Texts.preferred(language);
        Report report = imports.run(actor, csv);
        return new Imported(
                report.created(),
                report.changed(),
                report.unchanged(),
                report.warnings().stream().map(remark -> view(remark, locale)).toList(),
                report.errors().stream().map(remark -> view(remark, locale)).toList());
    }

    private RemarkView view(Remark remark, Locale locale) {
        return new RemarkView(remark.line(), remark.problem().code(), texts.say(locale, remark.problem()));
    }

    private static OrganisationView view(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.code(),
                organisation.name(),
                organisation.parent().orElse(null),
                organisation.site().map(SiteCode::value).orElse(null));
    }

    /** An organisation. */
    public record OrganisationView(long id, String code, String name, Long parent, String site) {}

    /** A page of organisations. */
    public record Organisations(List<OrganisationView> items, String next) {}

    /** An organisation to be, or what of it changes. */
    public record OrganisationBody(String code, String name, Long parent, String site) {

        static final OrganisationBody NOTHING = new OrganisationBody(null, null, null, null);

        Optional<SiteCode> runs() {
            return Optional.ofNullable(site).filter(code -> !code.isBlank()).map(SiteCode::new);
        }
    }

    /** What is wrong with a line. */
    public record RemarkView(int line, String code, String text) {}

    /** What became of a list. */
    public record Imported(
            int created, int changed, int unchanged, List<RemarkView> warnings, List<RemarkView> errors) {}
}
