package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.store.ArticleRows;
import org.jutong.sitegroup.internal.store.ArticleRows.Shown;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Articles in the site group's tables: rights and words are checked here, transactions are made below. */
@Component(service = Articles.class)
public final class StoredArticles implements Articles {

    private static final String WRITE = "article.write";
    private static final String PUBLISH = "article.publish";

    private final ArticleRows rows;
    private final Sites sites;
    private final Columns columns;
    private final Authority authority;
    private final SiteChanges changes;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public StoredArticles(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Authority authority,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.rows = new ArticleRows(store);
        this.sites = sites;
        this.columns = columns;
        this.authority = authority;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Article write(Actor by, SiteCode site, Draft draft, Optional<String> idempotencyKey) {
        sites.require(site);
        authority.require(by, WRITE, site);
        Optional<String> key = IdempotencyKey.checked(idempotencyKey);
        Optional<Article> before = earlier(by, site, key);
        if (before.isPresent()) {
            return before.get();
        }
        Draft checked = checked(site, draft);
        try {
            return rows.add(site, checked, by.username(), clock.instant(), key);
        } catch (DuplicateKey e) {
            return earlier(by, site, key).orElseThrow(() -> e);
        }
    }

    @Override
    public Article revise(Actor by, long id, int version, Draft draft) {
        Article article = get(by, id);
        Draft checked = checked(article.owner(), draft);
        return tell(rows.revise(id, version, checked, clock.instant()));
    }

    @Override
    public Article publish(Actor by, long id) {
        authority.require(by, PUBLISH, get(by, id).owner());
        return tell(rows.publish(id, clock.instant()));
    }

    @Override
    public Article withdraw(Actor by, long id) {
        authority.require(by, PUBLISH, get(by, id).owner());
        return tell(rows.withdraw(id, clock.instant()));
    }

    @Override
    public Article get(Actor by, long id) {
        Optional<Article> found = rows.find(id);
        if (!by.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        return found.filter(a -> authority.allows(by, WRITE, a.owner()))
                .orElseThrow(() -> Problem.notFound("article_not_found", String.valueOf(id)));
    }

    @Override
    public List<Article> owned(Actor by, SiteCode site, Optional<Long> before, int limit) {
        sites.require(site);
        authority.require(by, WRITE, site);
        return rows.owned(site, before, limit);
    }

    private Optional<Article> earlier(Actor by, SiteCode site, Optional<String> key) {
        Optional<Article> found = key.flatMap(k -> rows.byKey(by.username(), k));
        if (found.isPresent() && !found.get().owner().equals(site)) {
            throw IdempotencyKey.reused();
        }
        return found;
    }

    private Draft checked(SiteCode site, Draft draft) {
        Draft checked = new Draft(
                PlainText.required("title", draft.title(), 200),
                PlainText.required("source", draft.source(), 100),
                PlainText.optional("author", draft.author(), 100),
                ArticleBody.clean(draft.body()),
                PlainText.required("column", draft.column(), 40),
                draft.published());
        columns.require(site, checked.column());
        return checked;
    }

    private Article tell(Shown shown) {
        changes.changed(shown.sites());
        return shown.article();
    }
}
