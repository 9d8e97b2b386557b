package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Pushes.Push;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code article:push}. */
@Component
public final class PushArticle implements OperatorCommand {

    private final Pushes pushes;
    private final Words words;

    @Activate
    public PushArticle(@Reference Pushes pushes, @Reference Texts texts) {
        this.pushes = pushes;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "article:push";
    }

    @Override
    public String description() {
        return words.say("article-push");
    }

    @Override
    public String permission() {
        return "article.push";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("article", Kind.ARTICLE),
                words.argument("subtree", Kind.SITE),
                words.option("column", Kind.COLUMN),
                words.flag("dry-run"));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String article = values.get("article");
        long number = Words.number(article, "article_not_found");
        SiteCode subtree = new SiteCode(values.get("subtree"));
        Optional<String> column = Optional.ofNullable(values.get("--column"));
        if (values.containsKey("--dry-run")) {
            return words.targets(pushes.plan(actor, number, subtree, column));
        }
        Push push = pushes.push(actor, number, subtree, column, Optional.empty());
        return Table.sentence(words.say(
                "pushed",
                article,
                push.subtree().value(),
                push.placed(),
                push.present(),
                push.waiting(),
                push.leftOut(),
                Long.toString(push.id())));
    }
}
