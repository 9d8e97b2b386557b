package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.TakenOver;
import org.jutong.sitegroup.internal.documents.IndexNumbers;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.review.ArticleRights;
import org.jutong.sitegroup.internal.review.ReviewRoutes;
import org.jutong.sitegroup.internal.store.ArticleRows;
import org.jutong.sitegroup.internal.store.ArticleRows.Shown;
import org.jutong.sitegroup.internal.store.Numbering;
import org.jutong.sitegroup.internal.store.ReviewRows;
import org.jutong.sitegroup.internal.words.StoredWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Articles in the site group's tables: rights and words are checked here, transactions are made below. */
@Component(service = {Articles.class, TakenOver.class, StoredArticles.class})
public final class StoredArticles implements Articles, TakenOver {

    private final Store store;
    private final ArticleRows rows;
    private final ReviewRows reviews;
    private final ReviewRoutes routes;
    private final ArticleRights rights;
    private final Sites sites;
    private final Columns columns;
    private final ArticleChecks checks;
    private final IndexNumbers numbers;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public StoredArticles(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference ArticleChecks checks,
            @Reference IndexNumbers numbers,
            @Reference ReviewRoutes routes,
            @Reference ArticleRights rights,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new ArticleRows(store);
        this.reviews = new ReviewRows(store);
        this.routes = routes;
        this.rights = rights;
        this.sites = sites;
        this.columns = columns;
        this.checks = checks;
        this.numbers = numbers;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Article write(Actor by, SiteCode site, Draft draft, Optional<String> idempotencyKey) {
        sites.require(site);
        authority.require(by, ArticleRights.WRITE, site, draft.column());
        Optional<String> key = IdempotencyKey.checked(idempotencyKey);
        Optional<Article> before = earlier(by, site, key);
        if (before.isPresent()) {
            return before.get();
        }
        Draft checked = checked(site, draft);
        numbers.requireUsable(site, checked.document().index(), 0, Optional.empty());
        try {
            return store.recorded(
                    () -> rows.add(site, checked, by.username(), clock.instant(), key),
                    made -> record(Action.ARTICLE_WRITE, by, made));
        } catch (DuplicateKey e) {
            return earlier(by, site, key).orElseThrow(() -> e);
        }
    }

    @Override
    public Article revise(Actor by, long id, int version, Draft draft) {
        return revise(by, id, version, draft, "");
    }

    @Override
    public Article mask(Actor by, long id, int version) {
        return revise(by, id, version, StoredWords.masked(Draft.of(get(by, id))));
    }

    @Override
    public Article discard(Actor by, long id, int version) {
        Article article = get(by, id);
        authority.require(by, ArticleRights.WRITE, article.owner(), article.column());
        return store.recorded(
                () -> rows.discard(id, version, by.username(), clock.instant()),
                done -> audit.record(Event.done(Action.ARTICLE_WRITE, by, "article:" + id)
                        .on(done.owner())
                        .saying("correction discarded")));
    }

    /** With a note of what the version is for. */
    Article revise(Actor by, long id, int version, Draft draft, String note) {
        Article article = get(by, id);
        authority.require(by, ArticleRights.WRITE, article.owner(), article.column());
        authority.require(by, ArticleRights.WRITE, article.owner(), draft.column());
        Draft checked = checked(article.owner(), draft);
        Optional<String> index = article.document().index();
        numbers.requireUsable(article.owner(), checked.document().index(), id, index);
        return store.recorded(
                () -> rows.revise(id, version, checked, by.username(), clock.instant(), note),
                done -> record(Action.ARTICLE_WRITE, by, done));
    }

    @Override
    public Article publish(Actor by, long id) {
        Article article = requirePublish(by, id);
        Optional<Numbering> numbering = numbers.of(article);
        ReviewRows.Step step = store.recorded(
                () -> reviews.publish(
                        id,
                        by.username(),
                        clock.instant(),
                        stage -> routes.of(article.contentClass()).missing(id, stage),
                        numbering,
                        this::checkPublished),
                done -> record(Action.ARTICLE_PUBLISH, by, done.article()));
        changes.changed(step.sites());
        return step.article();
    }

    @Override
    public Article publish(Actor by, long id, String from) {
        if (!by.equals(Accounts.SYSTEM)) {
            throw Problem.forbidden("forbidden", ArticleRights.PUBLISH, "article:" + id);
        }
        Optional<Numbering> numbering = rows.find(id).flatMap(numbers::of);
        return changed(
                Action.ARTICLE_PUBLISH,
                by,
                () -> rows.takeOver(id, from, clock.instant(), numbering, this::checkPublished));
    }

    @Override
    public Article withdraw(Actor by, long id, String reason) {
        requirePublish(by, id);
        String why = PlainText.required("reason", reason, 200);
        return changed(Action.ARTICLE_WITHDRAW, by, () -> rows.withdraw(id, by.username(), clock.instant(), why));
    }

    @Override
    public Article get(Actor by, long id) {
        return rights.readable(by, id);
    }

    @Override
    public List<Article> owned(Actor by, SiteCode site, Optional<Long> before, int limit) {
        sites.require(site);
        if (authority.allows(by, ArticleRights.WRITE, site)) {
            return rows.owned(site, before, limit);
        }
        if (!authority.allowsWithin(by, ArticleRights.WRITE, site)) {
            authority.require(by, ArticleRights.WRITE, site);
        }
        return ownedInColumns(by, site, before, limit);
    }

    private Optional<Article> earlier(Actor by, SiteCode site, Optional<String> key) {
        Optional<Article> found = key.flatMap(k -> rows.byKey(by.username(), k));
        if (found.isPresent() && !found.get().owner().equals(site)) {
            throw IdempotencyKey.reused();
        }
        return found;
    }

    private Draft checked(SiteCode site, Draft draft) {
        if (!sites.require(site).state().hasContent()) {
            throw Problem.conflict("site_not_in_service", site.value());
        }
        Draft checked = new Draft(
                PlainText.required("title", draft.title(), 200),
                PlainText.required("source", draft.source(), 100),
                PlainText.optional("author", draft.author(), 100),
                ArticleBody.clean(draft.body()),
                PlainText.required("column", draft.column(), 40),
                draft.published(),
                checked(draft.document()),
                draft.contentClass());
        columns.require(site, checked.column());
        return checked;
    }

    private static Document checked(Document document) {
        return new Document(
                optional("documentNumber", document.number()),
                optional("indexNumber", document.index()),
                optional("subjectClass", document.subject()));
    }

    private static Optional<String> optional(String field, Optional<String> text) {
        return Optional.of(PlainText.optional(field, text.orElse(""), 60)).filter(given -> !given.isEmpty());
    }

    /** The articles of those columns that the actor may write in, page after page until there are enough. */
    private List<Article> ownedInColumns(Actor by, SiteCode site, Optional<Long> before, int limit) {
        List<Article> found = new ArrayList<>();
        Optional<Long> from = before;
        List<Article> page;
        do {
            page = rows.owned(site, from, limit);
            page.stream()
                    .filter(article -> authority.allows(by, ArticleRights.WRITE, site, article.column()))
                    .forEach(found::add);
            from = page.isEmpty() ? from : Optional.of(page.get(page.size() - 1).id());
        } while (found.size() < limit && page.size() == limit);
        return found.stream().limit(limit).toList();
    }

    private Article requirePublish(Actor by, long id) {
        Article article = get(by, id);
        authority.require(by, ArticleRights.PUBLISH, article.owner(), article.column());
        return article;
    }

    private Article changed(Action action, Actor by, Supplier<Shown> change) {
        Shown shown = store.recorded(change, done -> record(action, by, done.article()));
        changes.changed(shown.sites());
        return shown.article();
    }

    /** A migration may have retired the column since the text was written. */
    private void checkPublished(Article article) {
        columns.require(article.owner(), article.column());
        checks.require(article);
    }

    private void record(Action action, Actor by, Article article) {
        audit.record(Event.done(action, by, "article:" + article.id()).on(article.owner()));
    }
}
