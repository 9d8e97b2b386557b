package org.jutong.sitegroup.internal.review;

import java.util.List;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.review.ReviewRoutes.Place;
import org.jutong.sitegroup.internal.review.ReviewRoutes.Stage;
import org.jutong.sitegroup.internal.store.ArticleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may read an article that is not public, and who may make which review of it. Thread-safe. */
@Component(service = ArticleRights.class)
public final class ArticleRights {

    /** The permission of editors. */
    public static final String WRITE = "article.write";

    /** The permission of those who decide what readers see. */
    public static final String PUBLISH = "article.publish";

    private final ArticleRows rows;
    private final Sites sites;
    private final ReviewRoutes routes;
    private final Authority authority;

    /** Over the site group's tables. */
    @Activate
    public ArticleRights(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference ReviewRoutes routes,
            @Reference Authority authority) {
        this.rows = new ArticleRows(store);
        this.sites = sites;
        this.routes = routes;
        this.authority = authority;
    }

    /** @throws Problem {@code not_signed_in} (401), {@code article_not_found} (404) */
    public Article readable(Actor by, long id) {
        var found = rows.find(id);
        if (!by.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        return found.filter(article -> mayRead(by, article))
                .orElseThrow(() -> Problem.notFound("article_not_found", String.valueOf(id)));
    }

    private boolean mayRead(Actor by, Article article) {
        List<Stage> stages = routes.of(article.contentClass()).stages();
        return authority.allows(by, WRITE, article.owner(), article.column())
                || stages.stream().anyMatch(stage -> mayReview(by, article, stage));
    }

    /** Whether the person holds what the stage asks for, where it asks for it. */
    boolean mayReview(Actor by, Article article, Stage stage) {
        SiteCode where = place(article, stage);
        return where.equals(article.owner())
                ? authority.allows(by, stage.permission(), where, article.column())
                : authority.allows(by, stage.permission(), where);
    }

    /** Where the stage asks for it. */
    SiteCode place(Article article, Stage stage) {
        return stage.at() == Place.own
                ? article.owner()
                : sites.find(article.owner()).flatMap(Site::parent).orElse(article.owner());
    }
}
