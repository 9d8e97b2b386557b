package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.jutong.sitegroup.PushRules.Rule;
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
@Component(service = {Pushes.class, SitePushes.class})
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
        return push(
                by,
                new PushOrder(
                        article,
                        subtree,
                        column.map(c -> PlainText.required("column", c, 40)),
                        by.username(),
                        clock.instant(),
                        IdempotencyKey.checked(idempotencyKey),
                        Optional.empty()),
                () -> sites.subtree(subtree));
    }

    /**
     * Pushes what a rule wants pushed; who saved the rule has the right.
     *
     * @param candidates the sites that the rule means, in their order
     * @throws org.jutong.plugin.Problem as {@link #push(Actor, long, SiteCode, Optional, Optional)}
     */
    public Push byRule(Actor by, Rule rule, long article, String key, List<Site> candidates) {
        PushOrder order = new PushOrder(
                article,
                rule.terms().to().top(),
                rule.terms().into(),
                by.username(),
                clock.instant(),
                Optional.of(key),
                Optional.of(rule.id()));
        return push(by, order, () -> candidates);
    }

    private Push push(Actor by, PushOrder order, Supplier<List<Site>> candidates) {
        Optional<Push> before = earlier(order);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            Made made = store.recorded(
                    () -> rows.push(
                            order,
                            (a, present, asking) -> targets(candidates.get(), order.column(), a, present, asking)),
                    done -> audit.record(Event.done(Action.ARTICLE_PUSH, by, "article:" + order.article())
                            .on(order.subtree())
                            .saying("push:" + done.push().id())));
            changes.changed(made.sites());
            return made.push();
        } catch (DuplicateKey e) {
            return earlier(order).orElseThrow(() -> e);
        }
    }

    @Override
    public List<Target> plan(Actor by, long article, SiteCode subtree, Optional<String> column) {
        sites.require(subtree);
        authority.require(by, PUSH, subtree);
        Optional<String> key = column.map(c -> PlainText.required("column", c, 40));
        return rows.plan(article, (a, present, asking) -> targets(sites.subtree(subtree), key, a, present, asking));
    }

    @Override
    public List<Target> exceptions(Actor by, long id, Optional<SiteCode> after, int limit) {
        return rows.exceptions(get(by, id).id(), after, limit);
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

    private List<Target> targets(
            List<Site> candidates, Optional<String> key, Article article, Set<SiteCode> present, Set<SiteCode> asking) {
        checks.require(article);
        List<Target> targets = candidates.stream()
                .filter(site -> !site.state().isOver() && !site.code().equals(article.owner()))
                .map(site -> target(site, key.orElse(article.column()), present, asking))
                .toList();
        if (targets.isEmpty()) {
            throw Problem.conflict("push_into_source", article.owner().value());
        }
        return targets;
    }

    /** What becomes of one site; {@code present} have the article already, {@code asking} want to be asked. */
    public Target target(Site site, String wanted, Set<SiteCode> present, Set<SiteCode> asking) {
        SiteCode code = site.code();
        if (!site.state().hasContent()) {
            return leftOut(code, wanted, "site_not_in_service");
        }
        if (present.contains(code)) {
            return new Target(code, wanted, Outcome.PRESENT, Optional.empty());
        }
        Outcome outcome = asking.contains(code) ? Outcome.WAITING : Outcome.PLACED;
        return columns.current(code, wanted)
                .map(column -> new Target(code, column.key(), outcome, Optional.empty()))
                .orElseGet(() -> leftOut(code, wanted, "column_not_found"));
    }

    private static Target leftOut(SiteCode site, String column, String reason) {
        return new Target(site, column, Outcome.LEFT_OUT, Optional.of(reason));
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
