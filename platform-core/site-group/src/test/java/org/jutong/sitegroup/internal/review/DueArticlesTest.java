package org.jutong.sitegroup.internal.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reviews.Decision;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Desk;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.StoredJournal;

/** What is due, on two nodes that look at the same moment. */
class DueArticlesTest {

    @ParameterizedTest
    @EnumSource
    void twoNodesThatLookAtOncePublishEachArticleOnce(Database database) throws Exception {
        try (ColumnsGroup group = new ColumnsGroup(database)) {
            List<Long> due = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Draft draft = new Draft("定时" + i, "来源", "", "<p>正文</p>", "notices", Optional.empty());
                Article written = group.desk.articles.write(OPERATOR, CITY, draft);
                Timing soon = Timing.at(group.clock.instant().plusSeconds(60));
                group.desk.reviews.submit(OPERATOR, written.id(), written.version(), soon);
                group.desk.approve(written.id());
                due.add(written.id());
            }
            group.later(Period.ofDays(1));
            StoredJournal journal = new StoredJournal(group.store);
            int before = journal.between(0, Long.MAX_VALUE, 1_000).size();
            List<Event> recorded = Collections.synchronizedList(new ArrayList<>());
            together(node(group, recorded), node(group, recorded));

            assertThat(recorded)
                    .filteredOn(event -> event.action() == Action.ARTICLE_PUBLISH)
                    .extracting(Event::object)
                    .containsExactlyInAnyOrderElementsOf(
                            due.stream().map(id -> "article:" + id).toList());
            assertThat(journal.between(0, Long.MAX_VALUE, 1_000)).hasSize(before + due.size());
            for (long id : due) {
                assertThat(group.reading.article(CITY, id)).isPresent();
                assertThat(group.desk.reviews.of(OPERATOR, id).history())
                        .filteredOn(note -> note.decision() == Decision.PUBLISHED)
                        .hasSize(1);
                assertThat(group.desk.reviews.of(OPERATOR, id).history())
                        .noneMatch(note -> note.decision() == Decision.HELD);
            }
        }
    }

    private static StoredReviews node(ColumnsGroup group, List<Event> recorded) {
        return new Desk(
                        group.store,
                        group.sites,
                        group.checks,
                        SiteGroup.AUTHORITY,
                        recorded::add,
                        changed -> {},
                        group.clock)
                .reviews;
    }

    private static void together(StoredReviews... nodes) throws Exception {
        CyclicBarrier start = new CyclicBarrier(nodes.length);
        ExecutorService threads = Executors.newFixedThreadPool(nodes.length);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (StoredReviews node : nodes) {
                running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    node.publishDue();
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
