package org.jutong.search.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.search.internal.SearchRights;
import org.jutong.search.internal.StoredSynonyms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code search:synonyms}: lists them, adds a group, takes one away. */
@Component
public final class EditSynonyms implements OperatorCommand {

    private final StoredSynonyms synonyms;
    private final Words words;

    @Activate
    public EditSynonyms(@Reference StoredSynonyms synonyms, @Reference Texts texts) {
        this.synonyms = synonyms;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "search:synonyms";
    }

    @Override
    public String description() {
        return words.say("synonyms");
    }

    @Override
    public String permission() {
        return SearchRights.MANAGE;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("--add", Kind.TEXT, false), words.argument("--remove", Kind.TEXT, false));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        List<List<String>> groups = new ArrayList<>(synonyms.all(actor));
        Optional<String> removed = Optional.ofNullable(values.get("--remove"));
        removed.ifPresent(word -> {
            if (!groups.removeIf(group -> group.contains(word))) {
                throw Problem.notFound("synonym_not_found", word);
            }
        });
        Optional<String> added = Optional.ofNullable(values.get("--add"));
        added.ifPresent(group -> groups.add(List.of(group.split("[,，、]"))));
        if (removed.isPresent() || added.isPresent()) {
            synonyms.replace(actor, List.copyOf(groups));
        }
        return words.table(
                groups.stream().map(group -> List.of(String.join("、", group))).toList(), "synonyms");
    }
}
