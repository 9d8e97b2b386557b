package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.identity.Decision;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.rest.GrantViews.GrantView;
import org.jutong.identity.internal.rights.Explanations;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may do what where, and why. */
@Component(service = RestResource.class)
@Path("explanations")
@Produces(MediaType.APPLICATION_JSON)
public final class ExplanationsResource implements RestResource {

    private final Explanations explanations;
    private final Shapes shapes;
    private final Texts texts;

    @Activate
    public ExplanationsResource(
            @Reference Explanations explanations, @Reference Shapes shapes, @Reference Texts texts) {
        this.explanations = explanations;
        this.shapes = shapes;
        this.texts = texts;
    }

    /** For a site, one column of it, or without either for the whole platform. */
    @GET
    @Permission({"identity.manage", "identity.grant", "audit.read"})
    public Explanation explain(
            @QueryParam("user") String user,
            @QueryParam("permission") String permission,
            @QueryParam("site") String site,
            @QueryParam("column") String column,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        if (user == null || user.isBlank()) {
            throw Problem.invalid("username_missing", "user");
        }
        if (permission == null || permission.isBlank()) {
            throw Problem.invalid("permission_missing", "permission");
        }
        Locale locale = Texts.preferred(language);
        Decision decision = explanations.explain(actor, user, permission, scope(site, column), locale);
        List<StepView> path = decision.path().stream()
                .map(step -> new StepView(texts.say(locale, "explain." + step.key(), step.arguments())))
                .toList();
        return new Explanation(
                decision.allowed(),
                texts.say(locale, decision.allowed() ? "explain.yes" : "explain.no", List.of(user, permission)),
                path,
                decision.grant().map(grant -> shapes.grant(grant, locale)).orElse(null));
    }

    private static Scope scope(String site, String column) {
        Optional<SiteCode> place =
                Optional.ofNullable(site).filter(code -> !code.isBlank()).map(SiteCode::new);
        return place.<Scope>map(code ->
                        column == null || column.isBlank() ? new Scope.OfSite(code) : new Scope.OfColumn(code, column))
                .orElse(Scope.EVERYWHERE);
    }

    /** Yes or no, in a sentence, and the reasons in order. */
    public record Explanation(boolean allowed, String words, List<StepView> path, GrantView grant) {}

    /** A reason in words. */
    public record StepView(String step) {}
}
