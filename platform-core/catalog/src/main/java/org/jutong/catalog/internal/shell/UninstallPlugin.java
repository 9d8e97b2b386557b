package org.jutong.catalog.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.catalog.Offerings;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin:uninstall}. */
@Component
public final class UninstallPlugin implements OperatorCommand {

    private final Offerings offerings;
    private final Words words;

    @Activate
    public UninstallPlugin(@Reference Offerings offerings, @Reference Texts texts) {
        this.offerings = offerings;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "plugin:uninstall";
    }

    @Override
    public String description() {
        return words.say("uninstall");
    }

    @Override
    public String permission() {
        return "plugin.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("plugin", Kind.PLUGIN), words.option("keep-data", Kind.FLAG));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String plugin = values.get("plugin");
        offerings.uninstall(actor, plugin, Boolean.parseBoolean(values.get("--keep-data")));
        return Table.sentence(words.say("uninstalled", plugin));
    }
}
