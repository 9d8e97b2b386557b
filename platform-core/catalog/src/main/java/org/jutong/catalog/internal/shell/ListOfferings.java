package org.jutong.catalog.internal.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.catalog.Offering;
import org.jutong.catalog.Offerings;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.PluginDescriptor;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Level;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code catalog:list}. */
@Component
public final class ListOfferings implements OperatorCommand {

    private final Offerings offerings;
    private final Words words;

    @Activate
    public ListOfferings(@Reference Offerings offerings, @Reference Texts texts) {
        this.offerings = offerings;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "catalog:list";
    }

    @Override
    public String description() {
        return words.say("list");
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return words.table(
                offerings.all().stream().flatMap(this::rows).toList(),
                "plugin",
                "title",
                "plan",
                "prices",
                "state",
                "sites");
    }

    private Stream<List<String>> rows(Offering offering) {
        String title = Texts.pick(Texts.CHINESE, offering.title());
        String sites = Integer.toString(offering.enrolments());
        String state = words.state(offering.state());
        List<PluginDescriptor.Plan> plans =
                offering.descriptor().map(PluginDescriptor::plans).orElse(List.of());
        return plans.isEmpty()
                ? Stream.of(List.of(offering.plugin(), title, "", "", state, sites))
                : plans.stream().map(plan -> List.of(offering.plugin(), title, plan.id(), prices(plan), state, sites));
    }

    private static String prices(PluginDescriptor.Plan plan) {
        return Arrays.stream(Level.values())
                .map(level -> plan.prices().get(level.id()))
                .map(price -> price == null ? "-" : price.toString())
                .collect(Collectors.joining(" / "));
    }
}
