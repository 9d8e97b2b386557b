package org.jutong.sitegroup.internal.shell;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:list}. */
@Component
public final class ListColumns implements OperatorCommand {

    private final Sites sites;
    private final Columns columns;
    private final Words words;

    @Activate
    public ListColumns(@Reference Sites sites, @Reference Columns columns, @Reference Texts texts) {
        this.sites = sites;
        this.columns = columns;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "column:list";
    }

    @Override
    public String description() {
        return words.say("column-list");
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("site", Kind.SITE));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        SiteCode site = sites.require(new SiteCode(values.get("site"))).code();
        List<List<String>> rows = columns.of(site).stream()
                .map(c -> List.of(
                        c.key(),
                        c.name(),
                        c.parent().orElse(""),
                        c.type(),
                        c.clock().map(Period::toString).orElse("")))
                .toList();
        return words.table(rows, "key", "column", "above", "type", "clock");
    }
}
