package org.jutong.sitegroup.internal.shell;

import java.util.HashMap;
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

/** {@code column:add}. */
@Component(service = OperatorCommand.class)
public final class AddColumn extends ColumnCommand {

    private final OwnColumns own;

    @Activate
    public AddColumn(@Reference OwnColumns own, @Reference Texts texts) {
        super(new Words(texts), "add");
        this.own = own;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("site", Kind.SITE),
                words.argument("key", Kind.TEXT),
                words.argument("column-title", Kind.TEXT),
                words.argument("type", Kind.TEXT),
                words.option("above", Kind.COLUMN),
                words.option("clock", Kind.TEXT),
                words.option("position", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Map<String, String> given = new HashMap<>(values);
        given.put("--type", values.get("type"));
        Column added = own.add(actor, site(values), request(values.get("key"), values.get("column-title"), given));
        return Table.sentence(words.say("column-added", added.site().value(), added.name(), added.key()));
    }
}
