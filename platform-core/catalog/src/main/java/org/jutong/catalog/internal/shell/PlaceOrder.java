package org.jutong.catalog.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.catalog.Orders;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code catalog:order}. */
@Component
public final class PlaceOrder implements OperatorCommand {

    private final Orders orders;
    private final Words words;

    @Activate
    public PlaceOrder(@Reference Orders orders, @Reference Texts texts) {
        this.orders = orders;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "catalog:order";
    }

    @Override
    public String description() {
        return words.say("place");
    }

    @Override
    public String permission() {
        return "catalog.order";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("site", Kind.SITE),
                words.argument("plugin", Kind.PLUGIN),
                words.option("plan", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return words.order(orders.place(
                actor,
                new SiteCode(values.get("site")),
                values.get("plugin"),
                Optional.ofNullable(values.get("--plan")),
                Optional.empty()));
    }
}
