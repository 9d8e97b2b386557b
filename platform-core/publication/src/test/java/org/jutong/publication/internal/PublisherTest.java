package org.jutong.publication.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.publication.Publication.Phase;
import org.jutong.publication.internal.tree.FakePages;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;

class PublisherTest {

    private static final SiteCode SITE = new SiteCode("5200000001");
    private static final SiteCode OTHER = new SiteCode("5201000001");
    private static final Instant DAY = Instant.parse("2017-07-21T00:22:00Z");

    @TempDir
    Path data;

    private final FakePages pages = new FakePages();
    private final Map<SiteCode, Site> sites = new LinkedHashMap<>();
    private final Journal journal = new Journal();
    private Publisher publisher;

    @BeforeEach
    void start() throws Exception {
        site(SITE, SiteState.LIVE);
        site(OTHER, SiteState.LIVE);
        pages.site(SITE, 1, 2);
        pages.site(OTHER, 1);
        publisher = started();
    }

    @AfterEach
    void stop() {
        publisher.stop();
    }

    private Publisher started() throws Exception {
        return new Publisher(pages, journal, tree(), columns(), Clock.systemUTC(), data);
    }

    private void work() throws Exception {
        while (publisher.step()) {
            // goes on
        }
    }

    private boolean there(SiteCode site, long article) {
        return Files.exists(data.resolve("tree/www/sites/" + site + "/articles/" + article + ".html"));
    }

    private void site(SiteCode code, SiteState state) {
        sites.put(
                code,
                new Site(
                        code,
                        "网站" + code,
                        Level.COUNTY,
                        code.division(),
                        "某地",
                        Optional.empty(),
                        "blue",
                        SiteKind.PORTAL,
                        state,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void standsStillUntilSomebodyWantsIt() throws Exception {
        assertThat(publisher.step()).isFalse();
        assertThat(data.resolve("tree")).doesNotExist();
        assertThat(publisher.state().following()).isFalse();
    }

    @Test
    void aRunPublishesAllSitesAndASecondOneIsRefusedMeanwhile() throws Exception {
        publisher.begin(Phase.PUBLISHING);
        assertThatThrownBy(() -> publisher.begin(Phase.VERIFYING))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.code()).isEqualTo("publication_busy"));
        work();
        assertThat(there(SITE, 2)).isTrue();
        assertThat(there(OTHER, 1)).isTrue();
        assertThat(publisher.state().phase()).isEqualTo(Phase.IDLE);
        assertThat(publisher.state().lastRun().orElseThrow().failed()).isZero();
    }

    @Test
    void followsWhatIsPublishedAndWithdrawnOnEverySite() throws Exception {
        publisher.follow(true);
        work();
        pages.site(SITE, 9, 1, 2);
        pages.site(OTHER, 9, 1);
        journal.change(9, SITE, OTHER);
        work();
        assertThat(there(SITE, 9)).isTrue();
        assertThat(there(OTHER, 9)).isTrue();
        pages.site(SITE, 1, 2);
        pages.site(OTHER, 1);
        journal.change(9);
        work();
        assertThat(there(SITE, 9)).isFalse();
        assertThat(there(OTHER, 9)).isFalse();
    }

    @Test
    void aSiteThatClosesLeavesTheTree() throws Exception {
        publisher.follow(true);
        work();
        site(OTHER, SiteState.CLOSED);
        publisher.sitesChanged(List.of(OTHER));
        work();
        assertThat(there(OTHER, 1)).isFalse();
        assertThat(data.resolve("tree/www/sites/" + OTHER + "/closed.html")).exists();
    }

    @Test
    void doesNotFollowUnlessItIsToldTo() throws Exception {
        publisher.begin(Phase.PUBLISHING);
        work();
        pages.site(SITE, 9);
        journal.change(9, SITE);
        publisher.sitesChanged(List.of(SITE));
        work();
        assertThat(there(SITE, 9)).isFalse();
    }

    @Test
    void afterARestartItGoesOnWithWhatItHadBegun() throws Exception {
        publisher.begin(Phase.PUBLISHING);
        publisher.follow(true);
        publisher.stop();
        publisher = started();
        assertThat(publisher.state().following()).isTrue();
        work();
        assertThat(there(SITE, 1)).isTrue();
    }

    @Test
    void repairsWhatItFinds() throws Exception {
        publisher.begin(Phase.PUBLISHING);
        work();
        Path home = data.resolve("tree/www/sites/" + SITE + "/index.html");
        Files.writeString(home, "defaced");
        publisher.begin(Phase.VERIFYING);
        work();
        assertThat(publisher.state().lastCheck().orElseThrow().first())
                .extracting("kind")
                .containsExactly("changed");
        publisher.begin(Phase.REPAIRING);
        work();
        assertThat(publisher.state().lastCheck().orElseThrow().faults()).isZero();
        assertThat(Files.readString(home)).contains("home");
    }

    private Sites tree() {
        return (Sites) Proxy.newProxyInstance(
                PublisherTest.class.getClassLoader(),
                new Class<?>[] {Sites.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "find" -> Optional.ofNullable(sites.get((SiteCode) given[0]));
                    case "page" -> ((Optional<?>) given[0]).isPresent() ? List.of() : List.copyOf(sites.values());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Columns columns() {
        return (Columns) Proxy.newProxyInstance(
                PublisherTest.class.getClassLoader(),
                new Class<?>[] {Columns.class},
                (proxy, method, given) -> method.getName().equals("find") ? Optional.empty() : List.of());
    }

    /** Lines in memory. */
    private static final class Journal implements ArticleJournal {
        private final List<Change> lines = new ArrayList<>();
        private final TreeMap<Long, Published> articles = new TreeMap<>();

        void change(long id, SiteCode... places) {
            Article article =
                    new Article(id, SITE, "题", "省", "", "", Article.State.PUBLISHED, "news", Optional.of(DAY), 1);
            articles.put(
                    id,
                    new Published(
                            article,
                            List.of(places).stream()
                                    .map(site -> new Place(site, "news", DAY))
                                    .toList()));
            lines.add(new Change(lines.size() + 1, id));
        }

        @Override
        public List<Change> between(long from, long to, int limit) {
            return lines.stream()
                    .filter(line -> line.number() >= from && line.number() <= to)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long settled() {
            return lines.size();
        }

        @Override
        public boolean reaches(long number) {
            return true;
        }

        @Override
        public List<Published> read(Collection<Long> wanted) {
            return wanted.stream().map(articles::get).toList();
        }

        @Override
        public List<Published> published(long after, int limit) {
            return List.of();
        }

        @Override
        public long count() {
            return articles.size();
        }
    }
}
