package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
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
                words.option("column", Kind.COLUMN));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        String article = values.get("article");
        if (!article.matches("\\d{1,18}")) {
            throw Problem.notFound("article_not_found", article);
        }
        Push push = pushes.push(
                actor,
                Long.parseLong(article),
                new SiteCode(values.get("subtree")),
                Optional.ofNullable(values.get("--column")),
                Optional.empty());
        return Table.sentence(words.say("pushed", article, push.subtree().value(), push.placed(), push.present()));
    }
}
