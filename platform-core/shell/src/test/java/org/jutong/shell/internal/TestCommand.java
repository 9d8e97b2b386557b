package org.jutong.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;

/** {@code catalog:order SITE PLUGIN [--plan TEXT] [--quick]}; remembers what it was run with. */
final class TestCommand implements OperatorCommand {

    final List<Object> runs = new ArrayList<>();
    String permission = SIGNED_IN;
    Set<String> others = Set.of();
    List<String> said = List.of();
    private final Supplier<Table> outcome;

    TestCommand(Supplier<Table> outcome) {
        this.outcome = outcome;
    }

    @Override
    public String name() {
        return "catalog:order";
    }

    @Override
    public String description() {
        return "为站点订购应用";
    }

    @Override
    public String permission() {
        return permission;
    }

    @Override
    public Set<String> anyOf() {
        return Stream.concat(Stream.of(permission), others.stream()).collect(Collectors.toSet());
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                new Argument("site", "站点", Kind.SITE, true),
                new Argument("--plan", "方案", Kind.TEXT, false),
                new Argument("plugin", "应用", Kind.PLUGIN, true),
                new Argument("--quick", "快", Kind.FLAG, false));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        runs.add(actor);
        runs.add(values);
        return outcome.get();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values, Consumer<String> progress) {
        said.forEach(progress);
        return run(actor, values);
    }
}
