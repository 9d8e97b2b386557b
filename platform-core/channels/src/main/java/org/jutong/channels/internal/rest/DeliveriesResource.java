package org.jutong.channels.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.jutong.channels.Deliveries;
import org.jutong.channels.Delivery;
import org.jutong.channels.internal.rest.ChannelBodies.DeliveryList;
import org.jutong.channels.internal.rest.ChannelBodies.DeliveryView;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deliveries that wait, and those that were given up. */
@Component(service = RestResource.class)
@Path("deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeliveriesResource implements RestResource {

    private static final String UNKNOWN = "delivery_not_found";
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Deliveries deliveries;
    private final Texts texts;

    @Activate
    public DeliveriesResource(@Reference Deliveries deliveries, @Reference Texts texts) {
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /** Those in a state, dead ones where none is given. */
    @GET
    @Permission({"article.push", "channel.manage"})
    public DeliveryList in(
            @QueryParam("state") String state,
            @QueryParam("site") String site,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        int most = text(limit).map(DeliveriesResource::limit).orElse(USUAL);
        List<Delivery> found = deliveries.in(
                actor,
                ChannelBodies.state(state),
                text(site).map(SiteCode::new),
                text(after).map(DeliveriesResource::cursor),
                most + 1);
        List<Delivery> page = found.subList(0, Math.min(most, found.size()));
        Locale locale = Texts.preferred(language);
        return new DeliveryList(
                page.stream().map(each -> DeliveryView.of(each, texts, locale)).toList(),
                found.size() > most ? Long.toString(page.get(most - 1).id()) : null);
    }

    /** Tries one anew that was given up. */
    @POST
    @Path("{delivery}/retry")
    @Consumes(MediaType.WILDCARD)
    @Permission("article.push")
    public DeliveryView retry(
            @PathParam("delivery") String delivery,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Delivery tried = deliveries.retry(actor, ChannelBodies.id(delivery, UNKNOWN));
        return DeliveryView.of(tried, texts, Texts.preferred(language));
    }

    /** Leaves one that was given up as it is. */
    @POST
    @Path("{delivery}/discard")
    @Consumes(MediaType.WILDCARD)
    @Permission("article.push")
    public DeliveryView discard(
            @PathParam("delivery") String delivery,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Context Actor actor) {
        Delivery left = deliveries.discard(actor, ChannelBodies.id(delivery, UNKNOWN));
        return DeliveryView.of(left, texts, Texts.preferred(language));
    }

    private static Optional<String> text(String given) {
        return Optional.ofNullable(given).filter(value -> !value.isBlank());
    }

    private static int limit(String given) {
        return Optional.of(given)
                .filter(value -> value.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .filter(number -> number <= MOST)
                .orElseThrow(() -> Problem.invalid("limit_invalid", "limit", MOST));
    }

    private static long cursor(String given) {
        if (!given.matches("\\d{1,18}")) {
            throw Problem.invalid("cursor_invalid", "after", "");
        }
        return Long.parseLong(given);
    }
}
