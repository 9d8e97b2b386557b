package org.jutong.catalog.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Enrolments;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which plugins a site has. */
@Component(service = RestResource.class)
@Path("sites/{site}/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EnrolmentsResource implements RestResource {

    private final Enrolments enrolments;
    private final Sites sites;

    @Activate
    public EnrolmentsResource(@Reference Enrolments enrolments, @Reference Sites sites) {
        this.enrolments = enrolments;
        this.sites = sites;
    }

    /** The site's enrolments, by plugin. */
    @GET
    @Public
    public EnrolmentList of(@PathParam("site") String code) {
        SiteCode site = new SiteCode(code);
        sites.require(site);
        return new EnrolmentList(
                enrolments.of(site).stream().map(EnrolmentBody::of).toList());
    }

    /** Suspends or resumes. */
    @PATCH
    @Path("{plugin}")
    @Permission("catalog.suspend")
    public EnrolmentBody change(
            @PathParam("site") String code,
            @PathParam("plugin") String plugin,
            EnrolmentChange change,
            @Context Actor actor) {
        Enrolment.State state = Input.state(Enrolment.State.class, change == null ? null : change.state());
        return EnrolmentBody.of(enrolments.set(actor, new SiteCode(code), plugin, state));
    }

    /** The state that is wanted: {@code enabled} or {@code suspended}. */
    public record EnrolmentChange(String state) {}

    /** The answer. */
    public record EnrolmentList(List<EnrolmentBody> items) {}

    /** An enrolment as REST shows it. */
    public record EnrolmentBody(String site, String plugin, String plan, String state, long order, Instant since) {

        static EnrolmentBody of(Enrolment enrolment) {
            return new EnrolmentBody(
                    enrolment.site().value(),
                    enrolment.plugin(),
                    enrolment.plan(),
                    enrolment.state().name().toLowerCase(Locale.ROOT),
                    enrolment.order(),
                    enrolment.since());
        }
    }
}
