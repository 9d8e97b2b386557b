package org.jutong.catalog.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.catalog.Order;
import org.jutong.catalog.Orders;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code catalog:orders}. */
@Component
public final class ListOrders implements OperatorCommand {

    private static final int LONGEST = 200;

    private final Orders orders;
    private final Words words;

    @Activate
    public ListOrders(@Reference Orders orders, @Reference Texts texts) {
        this.orders = orders;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "catalog:orders";
    }

    @Override
    public String description() {
        return words.say("orders");
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.option("state", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return words.table(
                orders.list(actor, Optional.empty(), Words.orderState(values.get("--state")), LONGEST).stream()
                        .map(this::row)
                        .toList(),
                "order",
                "site",
                "plugin",
                "plan",
                "price",
                "state",
                "ordered");
    }

    private List<String> row(Order order) {
        return List.of(
                Long.toString(order.id()),
                order.site().value(),
                order.plugin(),
                order.plan(),
                Long.toString(order.price()),
                words.state(order.state()),
                order.orderedBy());
    }
}
