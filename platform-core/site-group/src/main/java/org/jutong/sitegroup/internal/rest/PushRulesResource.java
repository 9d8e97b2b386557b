package org.jutong.sitegroup.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.PushRules;
import org.jutong.sitegroup.PushRules.Fault;
import org.jutong.sitegroup.PushRules.Plan;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PushView;
import org.jutong.sitegroup.internal.rest.PushBodies.PlanView;
import org.jutong.sitegroup.internal.rest.PushRuleBodies.FaultList;
import org.jutong.sitegroup.internal.rest.PushRuleBodies.FaultView;
import org.jutong.sitegroup.internal.rest.PushRuleBodies.PushList;
import org.jutong.sitegroup.internal.rest.PushRuleBodies.RuleList;
import org.jutong.sitegroup.internal.rest.PushRuleBodies.RulePlanView;
import org.jutong.sitegroup.internal.rest.PushRuleBodies.RuleRequest;
import org.jutong.sitegroup.internal.rest.PushRuleBodies.RuleView;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules that push articles by themselves. */
@Component(service = RestResource.class)
@Path("push-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PushRulesResource implements RestResource {

    private static final String PUSH = "article.push";

    /** Those with words of their own. */
    private static final Set<String> FAULTS =
            Set.of("lint_failed", "push_into_source", "forbidden", "article_not_published");

    private final PushRules rules;
    private final Sites sites;
    private final Texts texts;

    @Activate
    public PushRulesResource(@Reference PushRules rules, @Reference Sites sites, @Reference Texts texts) {
        this.rules = rules;
        this.sites = sites;
        this.texts = texts;
    }

    /** Those that place where one may push. */
    @GET
    @Permission(PUSH)
    public RuleList all(@Context Actor actor) {
        return new RuleList(rules.list(actor).stream().map(RuleView::of).toList());
    }

    /** A new rule. */
    @POST
    @Permission(PUSH)
    public Response add(RuleRequest request, @Context Actor actor) {
        Rule added = rules.add(actor, given(request).terms());
        return Response.created(URI.create("push-rules/" + added.id()))
                .entity(RuleView.of(added))
                .build();
    }

    /** What a rule would do; nothing is changed. */
    @POST
    @Path("plan")
    @Permission(PUSH)
    public RulePlanView plan(
            RuleRequest request, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, @Context Actor actor) {
        Plan plan = rules.plan(actor, given(request).terms());
        return new RulePlanView(plan.matching(), PlanView.of(plan.targets(), sites, texts, Texts.preferred(language)));
    }

    /** One rule. */
    @GET
    @Path("{id}")
    @Permission(PUSH)
    public RuleView one(@PathParam("id") String id, @Context Actor actor) {
        return RuleView.of(rules.get(actor, id(id)));
    }

    /** Changes a rule; {@code version} is the one that was seen. */
    @PUT
    @Path("{id}")
    @Permission(PUSH)
    public RuleView change(@PathParam("id") String id, RuleRequest request, @Context Actor actor) {
        RuleRequest wanted = given(request);
        if (wanted.version() == null) {
            throw Problem.invalid("version_missing", "version");
        }
        if (wanted.active() == null) {
            throw Problem.invalid("active_missing", "active");
        }
        return RuleView.of(rules.change(actor, id(id), wanted.version(), wanted.terms(), wanted.active()));
    }

    /** Removes a rule; what it placed stays. */
    @DELETE
    @Path("{id}")
    @Permission(PUSH)
    public void remove(@PathParam("id") String id, @Context Actor actor) {
        rules.remove(actor, id(id));
    }

    /** Pushes what is published already and fits, as a task. */
    @POST
    @Path("{id}/run")
    @Permission(PUSH)
    public Response run(@PathParam("id") String id, @Context Actor actor) {
        Task task = rules.run(actor, id(id));
        return Response.accepted(TaskView.of(task)).build();
    }

    /** The pushes that it made, newest first. */
    @GET
    @Path("{id}/pushes")
    @Permission(PUSH)
    public PushList pushes(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @Context Actor actor) {
        int most = Page.limit(limit);
        List<Push> found = rules.pushes(actor, id(id), Page.after(after), most + 1);
        Page<PushView> page = Page.of(found, most, PushView::of, push -> String.valueOf(push.id()));
        return new PushList(page.items(), page.next());
    }

    /** The articles that it could not push, and why. */
    @GET
    @Path("{id}/faults")
    @Permission(PUSH)
    public FaultList faults(
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Locale words = Texts.preferred(language);
        return new FaultList(rules.faults(actor, id(id), Page.limit(limit)).stream()
                .map(fault -> FaultView.of(fault, why(fault, words)))
                .toList());
    }

    private String why(Fault fault, Locale language) {
        String known = FAULTS.contains(fault.code()) ? fault.code() : "other";
        return texts.say(language, "push-rule.fault." + known, List.of(fault.code()));
    }

    private static RuleRequest given(RuleRequest request) {
        return Optional.ofNullable(request).orElse(new RuleRequest(null, null, null, null, null, null, null, null));
    }

    private static long id(String given) {
        return Page.id(given, "push_rule_not_found");
    }
}
