package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.store.PushOrder;
import org.jutong.sitegroup.internal.store.PushRows;
import org.jutong.sitegroup.internal.store.PushRows.Made;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pushes into subtrees of the site tree. */
@Component(service = Pushes.class)
public final class SitePushes implements Pushes {

    private static final String PUSH = "article.push";

    private final Store store;
    private final PushRows rows;
    private final Sites sites;
    private final Columns columns;
    private final ArticleChecks checks;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public SitePushes(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference ArticleChecks checks,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new PushRows(store);
        this.sites = sites;
        this.columns = columns;
        this.checks = checks;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Push push(
            Actor by, long article, SiteCode subtree, Optional<String> column, Optional<String> idempotencyKey) {
        sites.require(subtree);
        authority.require(by, PUSH, subtree);
        PushOrder order = new PushOrder(
                article,
                subtree,
                column.map(c -> PlainText.required("column", c, 40)),
                by.username(),
                clock.instant(),
                IdempotencyKey.checked(idempotencyKey));
        Optional<Push> before = earlier(order);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            Made made = store.recorded(
                    () -> rows.push(order, a -> targets(order, a)),
                    done -> audit.record(Event.done(Action.ARTICLE_PUSH, by, "article:" + article)
                            .on(subtree)
                            .saying("push:" + done.push().id())));
            changes.changed(made.sites());
            return made.push();
        } catch (DuplicateKey e) {
            return earlier(order).orElseThrow(() -> e);
        }
    }

    @Override
    public Push get(Actor by, long id) {
        if (!by.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        return rows.find(id)
                .filter(push -> authority.allows(by, PUSH, push.subtree()))
                .orElseThrow(() -> Problem.notFound("push_not_found", String.valueOf(id)));
    }

    private List<SiteCode> targets(PushOrder order, Article article) {
        checks.require(article);
        String column = order.column().orElse(article.column());
        List<SiteCode> targets = sites.subtree(order.subtree()).stream()
                .filter(site -> site.state().hasContent())
                .map(Site::code)
                .filter(code -> !code.equals(article.owner()))
                .toList();
        targets.forEach(code -> columns.require(code, column));
        return targets;
    }

    private Optional<Push> earlier(PushOrder order) {
        Optional<Push> found = order.idempotencyKey().flatMap(key -> rows.byKey(order.by(), key));
        if (found.isPresent()
                && (found.get().article() != order.article()
                        || !found.get().subtree().equals(order.subtree()))) {
            throw IdempotencyKey.reused();
        }
        return found;
    }
}
