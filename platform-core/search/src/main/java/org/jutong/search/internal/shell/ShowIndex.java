package org.jutong.search.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.search.internal.SearchCare;
import org.jutong.search.internal.SearchRights;
import org.jutong.search.internal.index.IndexKeeper.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code search:state}. */
@Component
public final class ShowIndex implements OperatorCommand {

    private final SearchCare care;
    private final Words words;

    @Activate
    public ShowIndex(@Reference SearchCare care, @Reference Texts texts) {
        this.care = care;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "search:state";
    }

    @Override
    public String description() {
        return words.say("state");
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
        return table(words, care.state(actor));
    }

    static Table table(Words words, State state) {
        return words.table(
                List.of(List.of(
                        words.say(state.ready() ? "ready" : "not-ready"),
                        Integer.toString(state.articles()),
                        state.total()
                                .map(total -> state.done().orElse(0L) + " / " + total)
                                .orElse(""))),
                "ready",
                "articles",
                "building");
    }
}
