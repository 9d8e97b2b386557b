package org.jutong.catalog.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.catalog.Offering;
import org.jutong.catalog.Offerings;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin:list}. */
@Component
public final class ListPlugins implements OperatorCommand {

    private final Offerings offerings;
    private final Words words;

    @Activate
    public ListPlugins(@Reference Offerings offerings, @Reference Texts texts) {
        this.offerings = offerings;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "plugin:list";
    }

    @Override
    public String description() {
        return words.say("plugins");
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
                offerings.all().stream().map(this::row).toList(),
                "plugin",
                "version",
                "title",
                "state",
                "sites",
                "fault");
    }

    private List<String> row(Offering offering) {
        return List.of(
                offering.plugin(),
                offering.version(),
                Texts.pick(Texts.CHINESE, offering.title()),
                words.state(offering.state()),
                Integer.toString(offering.enrolments()),
                offering.fault().orElse(""));
    }
}
