package org.jutong.sitegroup.internal;

import java.util.List;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Versions;
import org.jutong.sitegroup.internal.review.ArticleRights;
import org.jutong.sitegroup.internal.store.ArticleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The versions in the site group's tables. */
@Component(service = Versions.class)
public final class StoredVersions implements Versions {

    private final ArticleRows rows;
    private final ArticleRights rights;
    private final StoredArticles articles;

    /** Over the site group's tables. */
    @Activate
    public StoredVersions(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference ArticleRights rights,
            @Reference StoredArticles articles) {
        this.rows = new ArticleRows(store);
        this.rights = rights;
        this.articles = articles;
    }

    @Override
    public List<Version> of(Actor by, long article) {
        rights.readable(by, article);
        return rows.versions(article);
    }

    @Override
    public Version one(Actor by, long article, int number) {
        rights.readable(by, article);
        return rows.version(article, number)
                .orElseThrow(() -> Problem.notFound("version_not_found", String.valueOf(number)));
    }

    @Override
    public List<Line> differences(Actor by, long article, int from, int to) {
        return Differences.between(
                one(by, article, from).text(), one(by, article, to).text());
    }

    @Override
    public Article restore(Actor by, long article, int number, int version) {
        Version old = one(by, article, number);
        return articles.revise(
                by,
                article,
                version,
                // the time that readers saw is not the text's
                old.text().withPublished(articles.get(by, article).published()),
                "← " + number);
    }
}
