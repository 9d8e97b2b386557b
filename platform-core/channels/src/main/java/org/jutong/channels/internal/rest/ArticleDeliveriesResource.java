package org.jutong.channels.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.channels.Deliveries;
import org.jutong.channels.Delivery;
import org.jutong.channels.internal.rest.ChannelBodies.DeliveryList;
import org.jutong.channels.internal.rest.ChannelBodies.DeliveryView;
import org.jutong.channels.internal.rest.ChannelBodies.PushRequest;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.RestResource;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An article at its channels. */
@Component(service = RestResource.class)
@Path("articles/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ArticleDeliveriesResource implements RestResource {

    private static final String UNKNOWN = "article_not_found";

    private final Deliveries deliveries;
    private final Texts texts;

    @Activate
    public ArticleDeliveriesResource(@Reference Deliveries deliveries, @Reference Texts texts) {
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /** What became of it at each channel. */
    @GET
    @Permission({"article.push", "channel.manage"})
    public DeliveryList all(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        return list(deliveries.of(actor, ChannelBodies.id(id, UNKNOWN)), Texts.preferred(language));
    }

    /** Pushes it, by one key; may safely be repeated. */
    @POST
    @Permission("article.push")
    public DeliveryList push(
            @PathParam("id") String id,
            PushRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        List<Long> channels = Optional.ofNullable(request).map(PushRequest::channels).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .map(channel -> ChannelBodies.id(channel, "channel_not_found"))
                .toList();
        return list(deliveries.push(actor, ChannelBodies.id(id, UNKNOWN), channels), Texts.preferred(language));
    }

    private DeliveryList list(List<Delivery> found, Locale language) {
        return new DeliveryList(
                found.stream()
                        .map(each -> DeliveryView.of(each, texts, language))
                        .toList(),
                null);
    }
}
