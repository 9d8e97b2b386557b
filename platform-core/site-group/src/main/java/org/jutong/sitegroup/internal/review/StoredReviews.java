package org.jutong.sitegroup.internal.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Reviews;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.documents.IndexNumbers;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.review.ReviewRoutes.Route;
import org.jutong.sitegroup.internal.store.ArticleRows;
import org.jutong.sitegroup.internal.store.Numbering;
import org.jutong.sitegroup.internal.store.ReviewRows;
import org.jutong.sitegroup.internal.store.ReviewRows.Step;
import org.jutong.sitegroup.internal.store.ReviewRows.Turn;
import org.jutong.sitegroup.internal.store.ReviewRows.Way;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reviews in the site group's tables: rights and rules are checked here, transactions are made below. */
@Component(service = {Reviews.class, StoredReviews.class})
public final class StoredReviews implements Reviews {

    private static final Logger LOG = LoggerFactory.getLogger(StoredReviews.class);
    private static final int LONGEST = 500;

    /** From this status on a refusal is not about the article. */
    private static final int FAULTS = 500;

    private static final int PAGE = 100;

    private final Store store;
    private final ReviewRows rows;
    private final ArticleRows articles;
    private final Sites sites;
    private final Columns columns;
    private final ArticleChecks checks;
    private final IndexNumbers numbers;
    private final ReviewRoutes routes;
    private final ArticleRights rights;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public StoredReviews(
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
        this.rows = new ReviewRows(store);
        this.articles = new ArticleRows(store);
        this.sites = sites;
        this.columns = columns;
        this.checks = checks;
        this.numbers = numbers;
        this.routes = routes;
        this.rights = rights;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Review of(Actor by, long id) {
        Article article = rights.readable(by, id);
        Way way = rows.way(id);
        return new Review(
                way.latest(),
                stages(by, article, way.turn()),
                way.turn().map(Turn::timing),
                way.history(),
                way.takenOver());
    }

    @Override
    public Article submit(Actor by, long id, int version, Timing timing) {
        writable(by, id);
        Instant now = clock.instant();
        if (timing.at().isPresent() && !timing.at().get().isAfter(now)) {
            throw Problem.invalid("schedule_in_the_past", "at");
        }
        return store.recorded(
                () -> rows.submit(id, version, timing, by.username(), now, this::check),
                done -> record(Action.ARTICLE_SUBMIT, by, done));
    }

    @Override
    public Article recall(Actor by, long id) {
        writable(by, id);
        return store.recorded(() -> rows.recall(id, by.username(), clock.instant()), done -> {
                    if (done.published()) {
                        record(Action.ARTICLE_RETURN, by, done.article());
                    }
                })
                .article();
    }

    @Override
    public Article approve(Actor by, long id, int number, String remark) {
        Optional<Numbering> numbering = numbers.of(rights.readable(by, id));
        String said = PlainText.optional("remark", remark, LONGEST);
        Step step = store.recorded(
                () -> rows.approve(
                        id,
                        number,
                        by.username(),
                        clock.instant(),
                        said,
                        turn -> requireReviewer(by, turn),
                        numbering,
                        this::check),
                done -> {
                    record(Action.ARTICLE_APPROVE, by, done.article());
                    if (done.published()) {
                        record(Action.ARTICLE_PUBLISH, by, done.article());
                    }
                });
        changes.changed(step.sites());
        return step.article();
    }

    @Override
    public Article giveBack(Actor by, long id, int number, String reason) {
        rights.readable(by, id);
        String why = PlainText.required("remark", reason, LONGEST);
        return store.recorded(
                () -> rows.giveBack(id, number, by.username(), clock.instant(), why, turn -> requireRight(by, turn)),
                done -> record(Action.ARTICLE_RETURN, by, done));
    }

    @Override
    public List<Waiting> waiting(Actor by, Optional<SiteCode> site, int limit) {
        site.ifPresent(sites::require);
        List<Waiting> found = new ArrayList<>();
        long after = 0;
        List<Turn> page;
        do {
            page = rows.waiting(site, after, PAGE);
            page.stream()
                    .filter(turn -> isOpen(by, turn))
                    .map(turn -> new Waiting(
                            turn.article(),
                            turn.stage(),
                            route(turn.article()).stage(turn.stage()).title(),
                            turn.submittedBy(),
                            turn.submittedAt()))
                    .forEach(found::add);
            after = page.isEmpty() ? after : page.get(page.size() - 1).article().id();
        } while (found.size() < limit && page.size() == PAGE);
        return found.stream().limit(limit).toList();
    }

    /** Publishes what is due; for the clock. What the platform cannot do now is tried again at the next call. */
    void publishDue() {
        Instant now = clock.instant();
        for (long id : rows.due(now, PAGE)) {
            try {
                Optional<Numbering> numbering = articles.find(id).flatMap(numbers::of);
                Optional<Step> step = store.recorded(
                        () -> rows.publishDue(id, Accounts.SYSTEM.username(), now, numbering, this::check),
                        done -> done.ifPresent(
                                made -> record(Action.ARTICLE_PUBLISH, Accounts.SYSTEM, made.article())));
                step.ifPresent(made -> changes.changed(made.sites()));
            } catch (Problem refused) {
                if (refused.status() < FAULTS) {
                    rows.hold(id, Accounts.SYSTEM.username(), now, refused.code());
                } else {
                    LOG.warn("Article {} is due and is tried again: {}", id, refused.getMessage());
                }
            } catch (RuntimeException fault) {
                LOG.error("Article {} is due and cannot be published", id, fault);
            }
        }
    }

    private List<Stage> stages(Actor by, Article article, Optional<Turn> turn) {
        List<ReviewRoutes.Stage> route = route(article).stages();
        return IntStream.rangeClosed(1, route.size())
                .mapToObj(number -> {
                    ReviewRoutes.Stage stage = route.get(number - 1);
                    boolean current = turn.filter(t -> t.stage() == number).isPresent();
                    return new Stage(
                            number,
                            stage.title(),
                            stage.permission(),
                            rights.place(article, stage),
                            turn.flatMap(t -> t.passed().stream()
                                    .filter(note -> note.stage() == number)
                                    .findFirst()),
                            current,
                            current && isOpen(by, turn.get()));
                })
                .toList();
    }

    private boolean isOpen(Actor by, Turn turn) {
        return mayReview(by, turn)
                && !turn.writers().contains(by.username())
                && turn.passed().stream().noneMatch(note -> note.by().equals(by.username()));
    }

    private boolean mayReview(Actor by, Turn turn) {
        return rights.mayReview(by, turn.article(), route(turn.article()).stage(turn.stage()));
    }

    private void requireRight(Actor by, Turn turn) {
        if (!mayReview(by, turn)) {
            ReviewRoutes.Stage stage = route(turn.article()).stage(turn.stage());
            throw Problem.forbidden(
                    "forbidden",
                    stage.permission(),
                    rights.place(turn.article(), stage).value());
        }
    }

    private void requireReviewer(Actor by, Turn turn) {
        requireRight(by, turn);
        if (turn.writers().contains(by.username())) {
            throw Problem.conflict("own_text");
        }
        if (turn.passed().stream().anyMatch(note -> note.by().equals(by.username()))) {
            throw Problem.conflict("reviewed_already");
        }
    }

    private Route route(Article article) {
        return routes.of(article.contentClass());
    }

    private Article writable(Actor by, long id) {
        Article article = rights.readable(by, id);
        authority.require(by, ArticleRights.WRITE, article.owner(), article.column());
        return article;
    }

    private void check(Article article) {
        columns.require(article.owner(), article.column());
        checks.require(article);
    }

    private void record(Action action, Actor by, Article article) {
        audit.record(Event.done(action, by, "article:" + article.id()).on(article.owner()));
    }
}
