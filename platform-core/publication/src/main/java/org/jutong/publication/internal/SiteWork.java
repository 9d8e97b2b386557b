package org.jutong.publication.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jutong.plugin.SiteCode;
import org.jutong.publication.internal.tree.Outcome;
import org.jutong.publication.internal.tree.SiteChange;
import org.jutong.publication.internal.tree.StaticTree;
import org.jutong.sitegroup.ArticleJournal.Place;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pages of sites on all processors, and remembers which sites are still to be brought up to date. For one thread, but
 * for {@link #stop}.
 */
final class SiteWork {

    private static final Logger LOG = LoggerFactory.getLogger(SiteWork.class);
    private static final Duration GAPS_AGAIN = Duration.ofMinutes(1);

    private final Sites sites;
    private final Columns columns;
    private final Clock clock;
    private final Map<SiteCode, SiteChange> again = new HashMap<>();
    private Instant gapsAt = Instant.MIN;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread made = new Thread(work, "jutong-publication-pages");
                made.setDaemon(true);
                return made;
            });

    SiteWork(Sites sites, Columns columns, Clock clock) {
        this.sites = sites;
        this.columns = columns;
        this.clock = clock;
    }

    void stop() {
        workers.shutdown();
    }

    /** Something of these sites is new, and no article says what. */
    void touched(Collection<SiteCode> told) {
        if (!told.isEmpty()) {
            told.forEach(site -> again.merge(site, SiteChange.HOME, SiteChange::and));
            gapsAt = Instant.MIN;
        }
    }

    /** What changed articles touch: where they are now, and where the tree has them. */
    void changed(StaticTree tree, List<Long> articles, List<Published> now) throws IOException {
        for (Published each : now) {
            for (Place place : each.places()) {
                Set<String> lists = new LinkedHashSet<>(Set.of(place.column()));
                columns.find(place.site(), place.column())
                        .flatMap(Column::parent)
                        .ifPresent(lists::add);
                SiteChange change = new SiteChange(false, Set.of(each.article().id()), lists);
                again.merge(place.site(), change, SiteChange::and);
            }
        }
        for (SiteCode site : tree.sites()) {
            for (long article : articles) {
                if (tree.has(site, article)) {
                    again.merge(site, new SiteChange(false, Set.of(article), Set.of()), SiteChange::and);
                }
            }
        }
        gapsAt = Instant.MIN;
    }

    /** Whether nothing is left to be brought up to date. */
    boolean isDone() {
        return again.isEmpty();
    }

    /** Brings up to date what is left, unless that failed a moment ago. Returns whether it tried. */
    boolean catchUp(StaticTree tree) throws InterruptedException {
        if (again.isEmpty() || clock.instant().isBefore(gapsAt)) {
            return false;
        }
        publish(tree, Map.copyOf(again));
        return true;
    }

    /** On all processors; a site that fails is tried again in a minute. */
    Outcome publish(StaticTree tree, Map<SiteCode, SiteChange> work) throws InterruptedException {
        Map<SiteCode, Future<Outcome>> under = new HashMap<>();
        work.forEach((site, change) -> under.put(site, workers.submit(() -> publish(tree, site, change))));
        Outcome all = Outcome.NONE;
        boolean whole = true;
        for (Map.Entry<SiteCode, Future<Outcome>> each : under.entrySet()) {
            SiteCode site = each.getKey();
            try {
                Outcome one = each.getValue().get();
                all = all.and(one);
                if (one.whole()) {
                    again.remove(site);
                } else {
                    again.put(site, SiteChange.ALL);
                    whole = false;
                }
            } catch (ExecutionException e) {
                LOG.error("The pages of {} could not be brought up to date; that is tried again", site, e.getCause());
                again.merge(site, work.get(site), SiteChange::and);
                all = all.and(new Outcome(0, 0, 0, 1, false));
                whole = false;
            }
        }
        gapsAt = whole ? Instant.MIN : clock.instant().plus(GAPS_AGAIN);
        return all;
    }

    private Outcome publish(StaticTree tree, SiteCode code, SiteChange change) throws IOException {
        Optional<Site> site = sites.find(code).filter(known -> known.state().isPublic());
        return site.isPresent() ? tree.publish(code, change, site.get() + " " + columns.of(code)) : tree.close(code);
    }
}
