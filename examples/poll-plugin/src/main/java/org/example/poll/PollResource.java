package org.example.poll;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Public;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The poll over HTTP. */
@Component(service = RestResource.class)
@Path("sites/{site}/poll")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PollResource implements RestResource {

    private final Polls polls;

    @Activate
    public PollResource(@Reference Polls polls) {
        this.polls = polls;
    }

    public record Vote(int choice) {}

    public record Question(String question, List<String> choices) {}

    @GET
    @Public
    public Polls.Result result(@Context SiteContext site) {
        return polls.result(site);
    }

    @POST
    @Public
    @Path("votes")
    public Polls.Result vote(@Context SiteContext site, Vote vote) {
        return polls.vote(site, vote == null ? 0 : vote.choice());
    }

    @PUT
    @Permission("poll.manage")
    public Polls.Result ask(@Context SiteContext site, Question asked) {
        return asked == null ? polls.ask(site, null, null) : polls.ask(site, asked.question(), asked.choices());
    }
}
