package org.jutong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jutong.identity.Accounts;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.ChineseScript;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.TakenOver;

/**
 * Loads the province through the platform's own services, each step known by its idempotency key: interrupted anywhere
 * and begun again, it does what is missing, and what people changed since stays as they left it.
 */
final class Guizhou {

    private final Sites sites;
    private final Articles articles;
    private final TakenOver takenOver;
    private final Pushes pushes;
    private final ChineseScript script;

    Guizhou(Sites sites, Articles articles, TakenOver takenOver, Pushes pushes, ChineseScript script) {
        this.sites = sites;
        this.articles = articles;
        this.takenOver = takenOver;
        this.pushes = pushes;
        this.script = script;
    }

    /** Loads what is missing; {@code step} hears what is being done. */
    void load(Consumer<String> step) {
        List<Division> divisions = Division.ofGuizhou();
        List<Division> seats = divisions.stream().filter(Division::hasSite).toList();
        if (isLoaded(seats)) {
            return;
        }
        for (int i = 0; i < seats.size(); i++) {
            step.accept("正在建立站点 " + (i + 1) + "/" + seats.size());
            open(seats.get(i));
        }
        SiteCode province = site(seats.get(0).code());
        step.accept("正在导入并推送文章");
        WebArticle page = WebArticle.parse(resource("guizhou-article.txt"), script::toSimplified);
        Article article = publish(
                province,
                new Draft(
                        page.title(),
                        page.source(),
                        page.author(),
                        page.body(),
                        "meetings",
                        Optional.of(page.published())),
                "article");
        if (article.state() == Article.State.PUBLISHED) {
            pushes.push(Accounts.SYSTEM, article.id(), province, Optional.empty(), Optional.of("demo-guizhou-push"));
        }
        OwnArticles own = new OwnArticles(divisions);
        for (int i = 0; i < seats.size(); i++) {
            step.accept("正在发布行政区划 " + (i + 1) + "/" + seats.size());
            Division seat = seats.get(i);
            publish(site(seat.code()), own.divisions(seat), "divisions-" + seat.code());
        }
        publish(province, own.about(divisions), "about");
    }

    /** The explanation is written last, so where it is, all is. */
    private boolean isLoaded(List<Division> seats) {
        SiteCode province = site(seats.get(0).code());
        return sites.count() >= seats.size()
                && sites.find(province).isPresent()
                && articles.owned(Accounts.SYSTEM, province, Optional.empty(), 200).stream()
                        .anyMatch(a -> a.title().equals(OwnArticles.ABOUT));
    }

    private void open(Division division) {
        Level level = Level.valueOf(division.level().toUpperCase(Locale.ROOT));
        sites.register(
                Accounts.SYSTEM,
                new NewSite(
                        site(division.code()),
                        division.name() + "人民政府",
                        level,
                        division.code(),
                        division.name(),
                        Optional.of(division.parent()).filter(p -> !p.isEmpty()).map(Guizhou::site),
                        level == Level.COUNTY ? "blue" : "red"));
    }

    /** Publishes a draft alone: an article that somebody withdrew is not brought back. */
    private Article publish(SiteCode site, Draft draft, String key) {
        Article article = articles.write(Accounts.SYSTEM, site, draft, Optional.of("demo-guizhou-" + key));
        return article.state() == Article.State.DRAFT
                ? takenOver.publish(Accounts.SYSTEM, article.id(), "demonstration")
                : article;
    }

    private static SiteCode site(String division) {
        return new SiteCode(division + "0001");
    }

    private static String resource(String name) {
        try (InputStream in = Guizhou.class.getResourceAsStream("/JUTONG-INF/demo/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
