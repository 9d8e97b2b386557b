package org.jutong.catalog.internal.rest;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jutong.catalog.Order;
import org.jutong.catalog.Orders;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Permission;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders and their decisions. Reading shows only what the caller may order or decide. */
@Component(service = RestResource.class)
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrdersResource implements RestResource {

    private final Orders orders;

    @Activate
    public OrdersResource(@Reference Orders orders) {
        this.orders = orders;
    }

    /** Orders that the caller may see, newest first. */
    @GET
    @Permission({"catalog.order", "catalog.approve"})
    public OrderList list(
            @QueryParam("site") String site,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        int size = Input.limit(limit);
        // one more than asked for shows whether there is a next page
        List<Order> found = orders.list(
                actor,
                Input.given(site).map(SiteCode::new),
                Input.given(state).map(value -> Input.state(Order.State.class, value)),
                Input.given(after).map(value -> Input.number("after", value)),
                size + 1);
        List<Order> page = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Long.toString(page.get(size - 1).id()) : null;
        return new OrderList(page.stream().map(OrderBody::of).toList(), next);
    }

    /** Orders a plan of a plugin for a site. */
    @POST
    @Permission("catalog.order")
    public Response place(
            OrderRequest request, @HeaderParam("Idempotency-Key") String idempotencyKey, @Context Actor actor) {
        OrderRequest wanted = request == null ? new OrderRequest(null, null, null) : request;
        String site = Input.given(wanted.site()).orElseThrow(() -> Problem.invalid("site_missing", "site"));
        String plugin = Input.given(wanted.plugin()).orElseThrow(() -> Problem.invalid("plugin_missing", "plugin"));
        Order order = orders.place(
                actor, new SiteCode(site), plugin, Input.given(wanted.plan()), Input.given(idempotencyKey));
        return Response.created(URI.create("orders/" + order.id()))
                .entity(OrderBody.of(order))
                .build();
    }

    /** One order. */
    @GET
    @Path("{id}")
    @Permission({"catalog.order", "catalog.approve"})
    public OrderBody one(@PathParam("id") String id, @Context Actor actor) {
        return OrderBody.of(orders.get(actor, id(id)));
    }

    /** Approves the order; the plugin is in force when this answers. */
    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.WILDCARD)
    @Permission("catalog.approve")
    public OrderBody approve(@PathParam("id") String id, @Context Actor actor) {
        return OrderBody.of(orders.approve(actor, id(id)));
    }

    /** Rejects the order. */
    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.WILDCARD)
    @Permission("catalog.approve")
    public OrderBody reject(@PathParam("id") String id, @Context Actor actor) {
        return OrderBody.of(orders.reject(actor, id(id)));
    }

    private static long id(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException words) {
            throw Problem.notFound("order_not_found", id);
        }
    }

    /** What is ordered; without a plan, the plugin's first. */
    public record OrderRequest(String site, String plugin, String plan) {}

    /** A page of orders; {@code next} is absent on the last. */
    public record OrderList(List<OrderBody> items, String next) {}
}
