package org.jutong.sitegroup.internal.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.WordList;
import org.jutong.sitegroup.WordList.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code article:words}: lists the words that texts are checked for, adds one, takes one away. */
@Component(service = OperatorCommand.class)
public final class EditWords implements OperatorCommand {

    private final WordList list;
    private final Words words;

    @Activate
    public EditWords(@Reference WordList list, @Reference Texts texts) {
        this.list = list;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "article:words";
    }

    @Override
    public String description() {
        return words.say("article-words");
    }

    @Override
    public String permission() {
        return "article.words";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.option("add", Kind.TEXT),
                words.option("kind", Kind.TEXT),
                words.option("better", Kind.TEXT),
                words.option("remove", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        WordList.Words now = list.all(actor);
        List<Word> items = new ArrayList<>(now.items());
        Optional<String> removed = Optional.ofNullable(values.get("--remove"));
        removed.ifPresent(word -> {
            if (!items.removeIf(each -> each.word().equals(word))) {
                throw Problem.notFound("word_not_found", word);
            }
        });
        Optional<String> added = Optional.ofNullable(values.get("--add"));
        added.ifPresent(word ->
                items.add(new Word(word, kind(values.get("--kind")), Optional.ofNullable(values.get("--better")))));
        if (removed.isPresent() || added.isPresent()) {
            now = list.replace(actor, now.version(), items);
        }
        return words.table(
                now.items().stream()
                        .map(each -> List.of(
                                each.word(),
                                words.name(each.kind()),
                                each.better().orElse("")))
                        .toList(),
                "word",
                "kind",
                "better");
    }

    private static WordList.Kind kind(String given) {
        return Arrays.stream(WordList.Kind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("word_kind_unknown", "kind", 1));
    }
}
