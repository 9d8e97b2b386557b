package org.jutong.sitegroup.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;
import static org.jutong.sitegroup.internal.ColumnsGroup.PROVINCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Event;
import org.jutong.identity.Organisation;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Desk;
import org.jutong.sitegroup.internal.SiteGroup;

@ParameterizedClass
@EnumSource
class IndexNumbersTest {

    private static final Instant IN_2016 = Instant.parse("2016-05-03T01:00:00Z");
    private static final Instant LAST_OF_2016 = Instant.parse("2016-12-31T15:59:00Z");

    @Parameter
    Database database;

    private ColumnsGroup group;
    private Desk desk;
    private volatile boolean refuseToRecord;

    @BeforeEach
    void open() {
        group = new ColumnsGroup(database);
        desk = new Desk(
                group.store, group.sites, group.checks, SiteGroup.AUTHORITY, this::record, sites -> {}, group.clock);
        desk.runners.put(CITY, new Organisation(1, "11440001007280420Y", "办公厅", Optional.empty(), Optional.of(CITY)));
    }

    private void record(Event event) {
        if (refuseToRecord) {
            throw Problem.of(503, "audit_unavailable");
        }
    }

    @AfterEach
    void close() {
        group.close();
    }

    private static Draft document(String number, String index) {
        return document(number, index, Optional.of(IN_2016));
    }

    private static Draft document(String number, String index, Optional<Instant> published) {
        Document facts = new Document(
                Optional.of(number), Optional.of(index).filter(given -> !given.isEmpty()), Optional.empty());
        return new Draft("关于" + number, "来源", "", "<p>正文</p>", "notices", published, facts);
    }

    private String published(SiteCode site, Draft draft) {
        return index(desk.published(OPERATOR, site, draft));
    }

    private static String index(Article article) {
        return article.document().index().orElse("none");
    }

    private static String refused(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        return problem == null ? "none" : problem.code();
    }

    @Test
    void eachOrganisationCountsFromOneInEachYearOfBeijing() {
        assertThat(published(CITY, document("筑府发〔2016〕1号", ""))).isEqualTo("007280420/2016-00001");
        assertThat(published(CITY, document("筑府发〔2016〕2号", ""))).isEqualTo("007280420/2016-00002");
        assertThat(published(CITY, document("筑府发〔2016〕3号", "", Optional.of(LAST_OF_2016))))
                .isEqualTo("007280420/2016-00003");
        assertThat(published(CITY, document("筑府发〔2017〕1号", "", Optional.of(LAST_OF_2016.plusSeconds(60)))))
                .isEqualTo("007280420/2017-00001");
        assertThat(published(PROVINCE, document("黔府发〔2016〕1号", ""))).isEqualTo("none");
        Draft news = new Draft("新闻", "来源", "", "<p>正文</p>", "notices", Optional.empty());
        assertThat(published(CITY, news)).isEqualTo("none");
    }

    @Test
    void aPublicationThatFailsLeavesNoGap() {
        published(CITY, document("筑府发〔2016〕1号", ""));
        Article broken = desk.articles.write(OPERATOR, CITY, document("筑府发〔2016〕2号", ""));
        desk.reviews.submit(OPERATOR, broken.id(), broken.version(), Timing.AT_ONCE);
        refuseToRecord = true;
        assertThat(refused(() -> desk.approve(broken.id()))).isEqualTo("audit_unavailable");
        refuseToRecord = false;
        assertThat(published(CITY, document("筑府发〔2016〕3号", ""))).isEqualTo("007280420/2016-00002");
        assertThat(index(desk.approve(broken.id()))).isEqualTo("007280420/2016-00003");
    }

    @Test
    void aNumberStaysWithItsDocumentAndIsNeverGivenAgain() {
        Article first = desk.published(OPERATOR, CITY, document("筑府发〔2016〕1号", ""));
        Draft other = document("筑府发〔2016〕1号", "007280420/2016-00009");
        assertThat(refused(() -> desk.articles.revise(OPERATOR, first.id(), first.version(), other)))
                .isEqualTo("index_number_assigned_here");
        Draft elsewhere = document("筑府发〔2016〕1号", "000014349/2016-00009");
        assertThat(refused(() -> desk.articles.revise(OPERATOR, first.id(), first.version(), elsewhere)))
                .isEqualTo("index_number_fixed");
        Article corrected = desk.articles.revise(OPERATOR, first.id(), first.version(), document("筑府发〔2016〕11号", ""));
        assertThat(index(corrected)).isEqualTo("007280420/2016-00001");
        assertThat(index(desk.publish(OPERATOR, first.id()))).isEqualTo("007280420/2016-00001");
        desk.articles.withdraw(OPERATOR, first.id(), "内容有误");
        assertThat(published(CITY, document("筑府发〔2016〕2号", ""))).isEqualTo("007280420/2016-00002");
        Article again = desk.articles.get(OPERATOR, first.id());
        desk.articles.revise(OPERATOR, first.id(), again.version(), document("筑府发〔2016〕12号", ""));
        assertThat(index(desk.publish(OPERATOR, first.id()))).isEqualTo("007280420/2016-00001");
    }

    @Test
    void aNumberThatADocumentHadElsewhereIsKeptOnceOnly() {
        String original = "000014349/2016-00110";
        assertThat(published(CITY, document("国办发〔2016〕57号", original))).isEqualTo(original);
        assertThat(refused(() -> desk.articles.write(OPERATOR, PROVINCE, document("国办发〔2016〕57号", original))))
                .isEqualTo("index_number_taken");
        Draft old = document("筑府发〔2015〕8号", "007280420/2015-00002");
        assertThat(published(CITY, old)).isEqualTo("007280420/2015-00002");
        Instant in2015 = IN_2016.minusSeconds(366L * 24 * 3600);
        assertThat(published(CITY, document("筑府发〔2015〕9号", "", Optional.of(in2015))))
                .isEqualTo("007280420/2015-00001");
        assertThat(published(CITY, document("筑府发〔2015〕10号", "", Optional.of(in2015))))
                .as("the number that came from elsewhere is skipped")
                .isEqualTo("007280420/2015-00003");
        assertThat(refused(() -> desk.articles.write(OPERATOR, CITY, document("筑府发〔2015〕11号", "007280420/2015-00077"))))
                .isEqualTo("index_number_assigned_here");
    }

    @Test
    void ofTwoDraftsWithOneNumberTheSecondIsNotPublished() {
        String original = "000014349/2016-00110";
        Article one = desk.articles.write(OPERATOR, CITY, document("国办发〔2016〕57号", original));
        Article two = desk.articles.write(OPERATOR, PROVINCE, document("国办发〔2016〕57号", original));
        desk.publish(OPERATOR, two.id());
        assertThat(refused(() -> desk.publish(OPERATOR, one.id()))).isEqualTo("index_number_taken");
        assertThat(group.reading.article(CITY, one.id())).isEmpty();
    }

    @Test
    void numbersGivenAtTheSameMomentAreDifferentAndWithoutAGap() throws Exception {
        List<Long> waiting = IntStream.rangeClosed(1, 8)
                .mapToObj(each -> desk.articles.write(OPERATOR, CITY, document("筑府发〔2016〕" + each + "号", "")))
                .map(Article::id)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> given = new ArrayList<>();
            waiting.forEach(id -> given.add(threads.submit(() -> index(desk.publish(OPERATOR, id)))));
            List<String> numbers = new ArrayList<>();
            for (Future<String> each : given) {
                numbers.add(each.get());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                            .mapToObj(serial -> "007280420/2016-%05d".formatted(serial))
                            .toList());
        } finally {
            threads.shutdownNow();
        }
    }
}
