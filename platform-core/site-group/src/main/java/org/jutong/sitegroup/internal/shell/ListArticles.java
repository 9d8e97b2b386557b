package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code article:list}. */
@Component
public final class ListArticles implements OperatorCommand {

    private static final int USUAL = 50;

    private final Articles articles;
    private final Words words;

    @Activate
    public ListArticles(@Reference Articles articles, @Reference Texts texts) {
        this.articles = articles;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "article:list";
    }

    @Override
    public String description() {
        return words.say("article-list");
    }

    @Override
    public String permission() {
        return "article.write";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("site", Kind.SITE), words.option("limit", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        List<List<String>> rows =
                articles
                        .owned(actor, new SiteCode(values.get("site")), Optional.empty(), Words.limit(values, USUAL))
                        .stream()
                        .map(this::row)
                        .toList();
        return words.table(rows, "article", "title", "column", "state", "published");
    }

    private List<String> row(Article article) {
        return List.of(
                Long.toString(article.id()),
                article.title(),
                article.column(),
                words.name(article.state()),
                article.published().map(Words::time).orElse(""));
    }
}
