package org.jutong.search.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.search.internal.SearchCare;
import org.jutong.search.internal.SearchRights;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code search:rebuild}. */
@Component
public final class RebuildIndex implements OperatorCommand {

    private final SearchCare care;
    private final Words words;

    @Activate
    public RebuildIndex(@Reference SearchCare care, @Reference Texts texts) {
        this.care = care;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "search:rebuild";
    }

    @Override
    public String description() {
        return words.say("rebuild");
    }

    @Override
    public String permission() {
        return SearchRights.MANAGE;
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        return ShowIndex.table(words, care.rebuild(actor));
    }
}
