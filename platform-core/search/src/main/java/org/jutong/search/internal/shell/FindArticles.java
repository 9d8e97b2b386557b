package org.jutong.search.internal.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.search.ArticleSearch;
import org.jutong.search.Found.Hit;
import org.jutong.search.Question;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code search:find}. */
@Component
public final class FindArticles implements OperatorCommand {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final ArticleSearch search;
    private final Words words;

    @Activate
    public FindArticles(@Reference ArticleSearch search, @Reference Texts texts) {
        this.search = search;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "search:find";
    }

    @Override
    public String description() {
        return words.say("find");
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("words", Kind.TEXT, true), words.argument("--site", Kind.SITE, false));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Question question = Question.of(values.get("words"));
        List<Hit> hits = search.find(Optional.ofNullable(values.get("--site"))
                        .map(SiteCode::new)
                        .map(question::on)
                        .orElse(question))
                .hits();
        return words.table(hits.stream().map(FindArticles::row).toList(), "article", "title", "site", "published");
    }

    private static List<String> row(Hit hit) {
        return List.of(
                Long.toString(hit.article()),
                Jsoup.parse(hit.title()).text(),
                hit.site().value(),
                MINUTE.format(hit.published()));
    }
}
