package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.columns.OwnColumns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:remove}. */
@Component(service = OperatorCommand.class)
public final class RemoveColumn extends ColumnCommand {

    private final OwnColumns own;

    @Activate
    public RemoveColumn(@Reference OwnColumns own, @Reference Texts texts) {
        super(new Words(texts), "remove");
        this.own = own;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("site", Kind.SITE),
                words.argument("key", Kind.COLUMN),
                words.option("into", Kind.COLUMN));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String key = values.get("key");
        own.remove(actor, site(values), key, Optional.ofNullable(values.get("--into")));
        return Table.sentence(words.say("column-removed", site(values).value(), key));
    }
}
