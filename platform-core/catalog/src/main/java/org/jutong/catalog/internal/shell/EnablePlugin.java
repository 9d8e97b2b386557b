package org.jutong.catalog.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Enrolments;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code plugin:enable}. */
@Component
public final class EnablePlugin implements OperatorCommand {

    private final Enrolments enrolments;
    private final Words words;

    @Activate
    public EnablePlugin(@Reference Enrolments enrolments, @Reference Texts texts) {
        this.enrolments = enrolments;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "plugin:enable";
    }

    @Override
    public String description() {
        return words.say("enable");
    }

    @Override
    public String permission() {
        return "catalog.suspend";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("site", Kind.SITE), words.argument("plugin", Kind.PLUGIN));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Enrolment changed =
                enrolments.set(actor, new SiteCode(values.get("site")), values.get("plugin"), Enrolment.State.ENABLED);
        return Table.sentence(words.say("enabled", changed.site().value(), changed.plugin()));
    }
}
