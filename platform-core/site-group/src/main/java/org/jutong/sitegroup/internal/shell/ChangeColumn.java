package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.internal.columns.OwnColumns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:change}. */
@Component(service = OperatorCommand.class)
public final class ChangeColumn extends ColumnCommand {

    private final OwnColumns own;

    @Activate
    public ChangeColumn(@Reference OwnColumns own, @Reference Texts texts) {
        super(new Words(texts), "change");
        this.own = own;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("site", Kind.SITE),
                words.argument("key", Kind.COLUMN),
                words.option("column-title", Kind.TEXT),
                words.option("new-key", Kind.TEXT),
                words.option("above", Kind.COLUMN),
                words.option("type", Kind.TEXT),
                words.option("clock", Kind.TEXT),
                words.option("position", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Column changed = own.change(
                actor,
                site(values),
                values.get("key"),
                request(values.get("--new-key"), values.get("--column-title"), values));
        return Table.sentence(words.say("column-changed", changed.site().value(), changed.name(), changed.key()));
    }
}
