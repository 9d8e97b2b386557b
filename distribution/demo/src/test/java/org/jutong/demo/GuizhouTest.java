package org.jutong.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accounts;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Pushes;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.DictionaryScript;
import org.jutong.sitegroup.internal.SiteDirectory;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.SitePushes;
import org.jutong.sitegroup.internal.SiteReading;
import org.jutong.sitegroup.internal.StoredArticles;
import org.jutong.sitegroup.internal.documents.IndexNumbers;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.review.ArticleRights;
import org.jutong.sitegroup.internal.review.ReviewRoutes;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.words.StoredWords;

class GuizhouTest {

    private static final SiteCode PROVINCE = new SiteCode("5200000001");
    private static final SiteCode NANMING = new SiteCode("5201020001");

    private final TestStores database = TestStores.derby(SiteDirectory.class, "sitegroup");
    private final List<String> steps = new ArrayList<>();
    private SiteDirectory sites;
    private StoredArticles articles;
    private Reading reading;
    private Guizhou guizhou;

    @BeforeEach
    void start() {
        Store store = database.store();
        Clock clock = Clock.systemUTC();
        SiteMemory memory = new SiteMemory(store);
        ArticleChecks checks = new ArticleChecks(
                store,
                new StoredStandards(store, memory, SYSTEM_ALONE, event -> {}, clock),
                new StoredWords(store, memory, SYSTEM_ALONE, event -> {}, (kind, names) -> {}),
                clock);
        sites = new SiteDirectory(memory, store, SYSTEM_ALONE, event -> {}, changed -> {}, clock);
        ReviewRoutes routes = new ReviewRoutes();
        ArticleRights rights = new ArticleRights(store, sites, routes, SYSTEM_ALONE);
        IndexNumbers numbers = new IndexNumbers(store, site -> Optional.empty(), clock);
        articles = new StoredArticles(
                store, sites, sites, checks, numbers, routes, rights, SYSTEM_ALONE, event -> {}, changed -> {}, clock);
        reading = new SiteReading(store, sites, clock);
        Pushes pushes = new SitePushes(store, sites, sites, checks, SYSTEM_ALONE, event -> {}, changed -> {}, clock);
        guizhou = new Guizhou(sites, articles, articles, pushes, new DictionaryScript());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theProvinceHasItsSitesAndEachShowsTheArticle() {
        guizhou.load(steps::add);

        assertThat(sites.count()).isEqualTo(98);
        assertThat(sites.children(PROVINCE)).hasSize(9);
        assertThat(sites.require(new SiteCode("5226000001")).name()).isEqualTo("黔东南苗族侗族自治州人民政府");
        assertThat(sites.of(new SiteCode("5226000001")))
                .extracting(Column::name)
                .contains("走进黔东南");
        Reading.Entry entry = reading.latest(PROVINCE, "meetings", 0, 1).get(0);
        assertThat(entry.title()).isEqualTo("【会议交流】贵州省推进政府网站集约化建设工作情况");
        for (Site site : sites.subtree(PROVINCE)) {
            assertThat(reading.article(site.code(), entry.id())).as(site.name()).isPresent();
            assertThat(reading.count(site.code(), "about")).as(site.name()).isEqualTo(1);
        }
        assertThat(reading.latest(PROVINCE, "notices", 0, 1))
                .extracting(Reading.Entry::title)
                .containsExactly(OwnArticles.ABOUT);
        assertThat(steps).contains("正在建立站点 98/98");
    }

    @Test
    void theDivisionsOfASiteAreThoseOfTheTable() {
        guizhou.load(steps::add);
        long id = reading.latest(NANMING, "divisions", 0, 1).get(0).id();
        assertThat(reading.article(NANMING, id).orElseThrow().article().body())
                .contains("<td>520102016</td><td>新华路街道</td>")
                .contains("南明区辖");
        long province = reading.latest(PROVINCE, "divisions", 0, 1).get(0).id();
        assertThat(reading.article(PROVINCE, province).orElseThrow().article().body())
                .contains("贵州省辖9个市（州）、88个县（市、区、特区）。");
    }

    @Test
    void loadingAgainChangesNothingAndBringsNothingBack() {
        guizhou.load(steps::add);
        Article article = articles.owned(Accounts.SYSTEM, PROVINCE, Optional.empty(), 9).stream()
                .filter(a -> a.title().startsWith("【会议交流】"))
                .findFirst()
                .orElseThrow();
        articles.withdraw(Accounts.SYSTEM, article.id(), "有误");
        steps.clear();
        guizhou.load(steps::add);

        assertThat(steps).isEmpty();
        assertThat(reading.article(NANMING, article.id())).isEmpty();
    }

    @Test
    void whatWasInterruptedGoesOn() {
        assertThatThrownBy(() -> guizhou.load(step -> {
                    steps.add(step);
                    if (step.equals("正在建立站点 50/98")) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        assertThat(sites.count()).isEqualTo(49);
        start();
        assertThatThrownBy(() -> guizhou.load(step -> {
                    if (step.equals("正在发布行政区划 30/98")) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        start();
        guizhou.load(step -> {});

        assertThat(sites.count()).isEqualTo(98);
        assertThat(reading.count(PROVINCE, "meetings")).isEqualTo(1);
        assertThat(reading.count(PROVINCE, "divisions")).isEqualTo(1);
        assertThat(reading.count(NANMING, "divisions")).isEqualTo(1);
        assertThat(reading.count(NANMING, "meetings")).isEqualTo(1);
    }

    private static final Authority SYSTEM_ALONE = new Authority() {
        @Override
        public boolean allows(Actor actor, String permission, SiteCode site) {
            return actor.equals(Accounts.SYSTEM);
        }

        @Override
        public boolean allows(Actor actor, String permission, SiteCode site, String column) {
            return allows(actor, permission, site);
        }

        @Override
        public boolean isDeclared(String permission) {
            return true;
        }

        @Override
        public boolean allowsSomewhere(Actor actor, String permission) {
            return actor.equals(Accounts.SYSTEM);
        }

        @Override
        public Set<String> permissions(Actor actor, SiteCode site) {
            return Set.of();
        }

        @Override
        public Set<SiteCode> roots(Actor actor) {
            return Set.of();
        }
    };
}
