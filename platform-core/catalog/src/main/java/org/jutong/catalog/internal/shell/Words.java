package org.jutong.catalog.internal.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.catalog.Order;
import org.jutong.identity.OperatorCommand.Argument;
import org.jutong.identity.OperatorCommand.Kind;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;

/** The words of the catalog's commands, keys {@code shell.catalog.…}. */
record Words(Texts texts) {

    String say(String key, Object... arguments) {
        return texts.say(Texts.CHINESE, "shell.catalog." + key, Arrays.asList(arguments));
    }

    Argument argument(String name, Kind kind) {
        return new Argument(name, say("argument." + name), kind, true);
    }

    Argument option(String name, Kind kind) {
        return new Argument("--" + name, say("argument." + name), kind, false);
    }

    String state(Enum<?> state) {
        return say("state." + state.name().toLowerCase(Locale.ROOT));
    }

    Table table(List<List<String>> rows, String... columns) {
        return Table.of(
                Arrays.stream(columns).map(column -> say("column." + column)).toList(), rows);
    }

    Table order(Order order) {
        return Table.sentence(say(
                "order." + order.state().name().toLowerCase(Locale.ROOT),
                Long.toString(order.id()),
                order.site().value(),
                order.plugin(),
                order.plan(),
                order.price()));
    }

    static long orderId(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException words) {
            throw Problem.notFound("order_not_found", value);
        }
    }

    static Optional<Order.State> orderState(String value) {
        return Optional.ofNullable(value)
                .map(wanted -> Arrays.stream(Order.State.values())
                        .filter(state -> state.name().equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("state_invalid", "state", wanted)));
    }
}
