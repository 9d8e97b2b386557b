package org.jutong.channels.internal.rest;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.channels.Channel;
import org.jutong.channels.Channels;
import org.jutong.channels.internal.rest.ChannelBodies.ChannelList;
import org.jutong.channels.internal.rest.ChannelBodies.ChannelRequest;
import org.jutong.channels.internal.rest.ChannelBodies.ChannelView;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The channels of a site. */
@Component(service = RestResource.class)
@Path("sites/{site}/channels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChannelsResource implements RestResource {

    private static final String UNKNOWN = "channel_not_found";

    private final Channels channels;
    private final Texts texts;

    @Activate
    public ChannelsResource(@Reference Channels channels, @Reference Texts texts) {
        this.channels = channels;
        this.texts = texts;
    }

    /** All of them; without secrets. */
    @GET
    @Permission({"channel.manage", "article.push"})
    public ChannelList all(
            @PathParam("site") String site,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Locale locale = Texts.preferred(language);
        return new ChannelList(channels.of(actor, new SiteCode(site)).stream()
                .map(channel -> ChannelView.of(channel, texts, locale))
                .toList());
    }

    /** Sets one up. */
    @POST
    @Permission("channel.manage")
    public Response add(
            @PathParam("site") String site,
            ChannelRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        ChannelRequest wanted = given(request);
        Channel added = channels.add(actor, new SiteCode(site), wanted.kind(), wanted.change());
        return Response.created(URI.create("sites/" + site + "/channels/" + added.id()))
                .entity(ChannelView.of(added, texts, Texts.preferred(language)))
                .build();
    }

    /** Changes one; secrets that are left out stay. */
    @PUT
    @Path("{channel}")
    @Permission("channel.manage")
    public ChannelView change(
            @PathParam("site") String site,
            @PathParam("channel") String channel,
            ChannelRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        long id = ChannelBodies.id(channel, UNKNOWN);
        Channel changed =
                channels.change(actor, new SiteCode(site), id, given(request).change());
        return ChannelView.of(changed, texts, Texts.preferred(language));
    }

    /** Takes one away with its deliveries. */
    @DELETE
    @Path("{channel}")
    @Consumes(MediaType.WILDCARD)
    @Permission("channel.manage")
    public void remove(@PathParam("site") String site, @PathParam("channel") String channel, @Context Actor actor) {
        channels.remove(actor, new SiteCode(site), ChannelBodies.id(channel, UNKNOWN));
    }

    /** Tries whether it can be reached. */
    @POST
    @Path("{channel}/test")
    @Consumes(MediaType.WILDCARD)
    @Permission("channel.manage")
    public void probe(@PathParam("site") String site, @PathParam("channel") String channel, @Context Actor actor) {
        channels.probe(actor, new SiteCode(site), ChannelBodies.id(channel, UNKNOWN));
    }

    private static ChannelRequest given(ChannelRequest request) {
        return Optional.ofNullable(request).orElseThrow(() -> Problem.invalid("channel_name_missing", "name"));
    }
}
