package org.jutong.catalog.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.catalog.Orders;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code catalog:reject}. */
@Component
public final class RejectOrder implements OperatorCommand {

    private final Orders orders;
    private final Words words;

    @Activate
    public RejectOrder(@Reference Orders orders, @Reference Texts texts) {
        this.orders = orders;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "catalog:reject";
    }

    @Override
    public String description() {
        return words.say("reject");
    }

    @Override
    public String permission() {
        return "catalog.approve";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("order", Kind.ORDER));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return words.order(orders.reject(actor, Words.orderId(values.get("order"))));
    }
}
