package org.jutong.sitegroup.internal.rules;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jutong.audit.Origin;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.JournalReader;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.internal.store.PushRuleRows;
import org.jutong.sitegroup.internal.store.PushRuleRows.Marks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the rules to what the journal of articles says. Each node does; a push that another one made is found under its
 * key. How far it came is kept, so that what was published while the platform stood still is pushed too.
 */
@Component(service = RuleFollowing.class, immediate = true)
public final class RuleFollowing {

    private static final Logger LOG = LoggerFactory.getLogger(RuleFollowing.class);
    private static final long POLL = 500;
    private static final int LOT = 200;

    private final StoredPushRules rules;
    private final PushRuleRows rows;
    private final ArticleJournal journal;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "jutong-push-rules");
        made.setDaemon(true);
        return made;
    });
    private JournalReader reader;
    private long kept;
    private boolean well = true;

    @Activate
    public RuleFollowing(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference StoredPushRules rules,
            @Reference ArticleJournal journal,
            @Reference Clock clock) {
        this(store, rules, journal, clock, POLL);
    }

    /** @param poll how often it looks, in milliseconds; 0 where it is told to */
    RuleFollowing(Store store, StoredPushRules rules, ArticleJournal journal, Clock clock, long poll) {
        this.rules = rules;
        this.rows = new PushRuleRows(store);
        this.journal = journal;
        this.clock = clock;
        if (poll > 0) {
            thread.scheduleWithFixedDelay(this::look, poll, poll, TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        Origin before = Origin.enter(new Origin(Origin.Channel.JOB, ""));
        try {
            follow();
            well = true;
        } catch (RuntimeException e) {
            // an exception would end the schedule; what was not kept is read again
            if (well) {
                LOG.error("Push rules stand still; it goes on trying", e);
            }
            well = false;
            reader = null;
        } finally {
            Origin.enter(before);
        }
    }

    /** Applies the rules to all that is new. */
    void follow() {
        if (reader == null) {
            open();
        }
        for (List<Long> some = reader.next(LOT); !some.isEmpty(); some = reader.next(LOT)) {
            List<Rule> active = rules.active();
            if (!active.isEmpty()) {
                journal.read(some).forEach(article -> apply(active, article));
            }
            keep();
        }
        keep();
    }

    private void keep() {
        if (reader.cursor() > kept) {
            kept = reader.cursor();
            rows.keep(kept);
        }
    }

    private void open() {
        Optional<Long> cursor = rows.cursor();
        if (cursor.isPresent() && !journal.reaches(cursor.get())) {
            LOG.warn("The journal does not reach back to when push rules were applied last; rules must be run by hand");
        }
        reader = new JournalReader(
                journal, clock, cursor.filter(journal::reaches).orElseGet(journal::settled));
        kept = cursor.orElse(-1L);
    }

    private void apply(List<Rule> active, Published article) {
        if (article.article().state() != Article.State.PUBLISHED) {
            return;
        }
        Marks marks = Marks.of(article.article());
        for (Rule rule : active) {
            if (rules.fits(rule, marks)) {
                try {
                    rules.apply(rule.by(), rule, marks.article(), "v" + rule.version());
                } catch (Problem refused) {
                    if (refused.status() >= 500) {
                        throw refused;
                    }
                }
            }
        }
    }
}
