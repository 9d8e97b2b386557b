package org.jutong.search.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.search.internal.index.Indexed.CITY;
import static org.jutong.search.internal.index.Indexed.DISTRICT;
import static org.jutong.search.internal.index.Indexed.PROVINCE;
import static org.jutong.search.internal.index.Indexed.on;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;
import org.jutong.search.Found;
import org.jutong.search.Found.Hit;
import org.jutong.search.Question;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.SiteState;

class SearchTest {

    private static final Document POLICY =
            new Document(Optional.of("黔府发〔2017〕17号"), Optional.empty(), Optional.of("综合政务\\电子政务"));

    @TempDir
    Path folder;

    private Indexed indexed;
    private IndexedSearch search;

    @BeforeEach
    void open() throws Exception {
        indexed = new Indexed(folder.resolve("search"));
        search = indexed.search();
        indexed.publish(
                1,
                "贵州省政府网站集约化平台上线",
                "<p>全省<b>政府网站</b>统一到一个平台，&lt;script&gt;不再重复建设。</p>",
                on(PROVINCE, "news"),
                on(CITY, "meetings"));
        indexed.publish(2, "关于做好防汛工作的通知", "<p>各市要做好防汛抗旱和政府网站值守。</p>", POLICY, on(CITY, "news"));
        indexed.publish(3, "区里的新闻", "<p>南明区举行茶叶节 Tea Festival 2017。</p>", on(DISTRICT, "news"));
        indexed.keeper.follow();
    }

    @AfterEach
    void close() {
        indexed.close();
    }

    @Test
    void allWordsMustBeThereAndATitleCountsMore() {
        assertThat(ids("政府网站")).containsExactly(1L, 2L);
        assertThat(ids("政府网站 防汛")).containsExactly(2L);
        assertThat(ids("政府网站 茶叶")).isEmpty();
        assertThat(ids("festival")).containsExactly(3L);
        assertThat(ids("")).hasSize(3);
    }

    @Test
    void traditionalCharactersAndWordsCutOtherwiseFindWhatStandsThere() {
        assertThat(ids("政府網站")).containsExactly(1L, 2L);
        assertThat(ids("约化平")).containsExactly(1L);
        assertThat(ids("\"不再重复\"")).containsExactly(1L);
        assertThat(ids("“不再 重复建”")).containsExactly(1L);
        assertThat(ids("「重复不再」")).isEmpty();
    }

    @Test
    void hitsAreEscapedAndSayWhereToReadThem() {
        Hit hit = search.find(Question.of("不再重复建设")).hits().get(0);
        assertThat(hit.title()).isEqualTo("贵州省政府网站集约化平台上线");
        assertThat(hit.excerpt()).contains("&lt;script&gt;<em>不再重复建设</em>").doesNotContain("<script");
        assertThat(hit.site()).isEqualTo(PROVINCE);
        assertThat(hit.column()).isEqualTo("news");
        assertThat(search.find(Question.of("集约化").on(CITY)).hits())
                .extracting(Hit::site, Hit::column, Hit::title)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CITY, "meetings", "贵州省政府网站<em>集约化</em>平台上线"));
    }

    @Test
    void filtersLeaveOnlyWhatTheyName() {
        assertThat(ids(Question.of("").on(CITY))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(ids(Question.of("").on(DISTRICT))).containsExactly(3L);
        assertThat(ids(asked(CITY, true, null, null, null))).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(ids(asked(CITY, false, "meetings", null, null))).containsExactly(1L);
        assertThat(ids(asked(CITY, false, "news", null, null))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(ids(asked(CITY, false, null, "综合政务", null))).containsExactly(2L);
        assertThat(ids(asked(CITY, false, null, "综合政务\\电子政务", null))).containsExactly(2L);
        assertThat(ids(asked(CITY, false, null, "综合", null))).isEmpty();
        assertThat(ids(asked(CITY, false, null, null, "黔府发[2017] 17号"))).containsExactly(2L);
        assertThat(ids(asked(CITY, false, null, null, "黔府发〔2017〕1号"))).isEmpty();
        assertThat(ids(between("2017-07-21", "2017-07-21"))).hasSize(3);
        assertThat(ids(between("2017-07-22", null))).isEmpty();
        assertThat(ids(between(null, "2017-07-20"))).isEmpty();
    }

    @Test
    void whatASiteShowsThatIsNotPublicIsNotFound() {
        indexed.site(DISTRICT, Optional.of(CITY), SiteState.TEMPORARILY_CLOSED);
        assertThat(ids("茶叶")).isEmpty();
        assertThat(search.find(Question.of("茶叶")).total()).as("nor counted").isZero();
        assertThat(ids(asked(CITY, true, null, null, null))).doesNotContain(3L);
        assertThat(code(() -> search.find(Question.of("茶叶").on(DISTRICT)))).isEqualTo("site_not_found");
        indexed.site(PROVINCE, Optional.empty(), SiteState.TEMPORARILY_CLOSED);
        assertThat(search.find(Question.of("集约化")).hits())
                .as("shown on a site that is")
                .extracting(Hit::site)
                .containsExactly(CITY);
    }

    @Test
    void whatChangesIsFoundAnewAndWhatIsWithdrawnIsGone() throws Exception {
        indexed.publish(3, "茶博会开幕", "<p>文</p>", on(DISTRICT, "news"));
        indexed.withdraw(2);
        indexed.keeper.follow();
        assertThat(ids("茶叶节")).isEmpty();
        assertThat(ids("茶博会")).containsExactly(3L);
        assertThat(ids("防汛")).isEmpty();
    }

    @Test
    void synonymsFindEachOtherAtOnce() {
        assertThat(ids("汛情防范")).isEmpty();
        indexed.groups = List.of(List.of("汛情防范", "防汛", "FX"), List.of("茶叶节", "茶博会"));
        search = indexed.search();
        assertThat(ids("汛情防范")).containsExactly(2L);
        assertThat(ids("做好fx工作")).containsExactly(2L);
        assertThat(ids("茶博会")).containsExactly(3L);
        assertThat(search.find(Question.of("汛情防范")).hits().get(0).title()).isEqualTo("关于做好<em>防汛</em>工作的通知");
    }

    @Test
    void titlesAreSuggestedFromTheirBeginningOrMiddle() {
        assertThat(search.suggest(Optional.empty(), "关于做", 5)).containsExactly("关于做好防汛工作的通知");
        assertThat(search.suggest(Optional.empty(), "集约", 5)).containsExactly("贵州省政府网站集约化平台上线");
        assertThat(search.suggest(Optional.of(DISTRICT), "集约", 5)).isEmpty();
        assertThat(search.suggest(Optional.empty(), " ", 5)).isEmpty();
        assertThat(search.suggest(Optional.empty(), "***", 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:(",
                "\"",
                "\"\"",
                "a AND",
                "OR",
                "NOT NOT",
                "-- ++ && || ! ( ) { } [ ] ^ ~ * ? : \\ /",
                "*",
                "?*",
                "/.*/",
                "[a TO",
                "政府~99999999999",
                "政府^",
                "\\u0000",
                "\u0000\u0001\uD800",
                "<em>&amp;",
                "😀",
                "''; DROP TABLE SG_ARTICLE",
                "«»，。！"
            })
    void nothingThatIsTypedIsWrong(String typed) {
        assertThat(search.find(Question.of(typed)).total()).isBetween(0, 3);
        assertThat(search.suggest(Optional.empty(), typed, 5)).isNotNull();
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThat(search.find(Question.of("政".repeat(200))).hits()).isEmpty();
        assertThat(search.find(Question.of("政 ".repeat(100))).total()).isBetween(0, 3);
        assertThat(code(() -> search.find(Question.of("政".repeat(201))))).isEqualTo("query_too_long");
        assertThat(code(() -> search.find(Question.of("a".repeat(10_000))))).isEqualTo("query_too_long");
        assertThat(code(() -> search.suggest(Optional.empty(), "a".repeat(10_000), 5)))
                .isEqualTo("query_too_long");
        assertThat(code(() -> search.find(page(0, 10)))).isEqualTo("page_too_far");
        assertThat(code(() -> search.find(page(101, 10)))).isEqualTo("page_too_far");
        assertThat(code(() -> search.find(page(Integer.MAX_VALUE, 50)))).isEqualTo("page_too_far");
        assertThat(code(() -> search.find(page(1, 51)))).isEqualTo("limit_invalid");
        assertThat(search.find(page(100, 10)).hits()).isEmpty();
        assertThat(search.find(page(2, 2)).hits()).hasSize(1);
    }

    @Test
    void aProcessThatIsKilledReadsAgainWhatItHadNotKept() throws Exception {
        indexed.withdraw(1);
        indexed.publish(4, "死前发布", "<p>文</p>", on(PROVINCE, "news"));
        indexed.keeper.follow();
        assertThat(ids("死前发布")).containsExactly(4L);
        // what is on the disk at this moment; the running index has committed nothing of it
        Path left = copy(indexed.folder(), folder.resolve("killed"));
        assertThat(ArticleIndex.cursor(left.resolve("index-1"))).contains(0L);
        indexed.close();

        indexed.start(left);
        search = indexed.search();
        assertThat(code(() -> search.find(Question.of("死前")))).isEqualTo("search_not_ready");
        indexed.keeper.follow();
        assertThat(ids("死前发布")).containsExactly(4L);
        assertThat(ids("集约化")).isEmpty();
        assertThat(ids("")).containsExactlyInAnyOrder(2L, 3L, 4L);
    }

    @Test
    void afterAStopNothingIsReadTwice() {
        indexed.close();
        assertThat(ArticleIndex.cursor(indexed.folder().resolve("index-1"))).contains(3L);
    }

    @Test
    void aNewIndexTakesOverWhenItIsWholeAndHalfAOneIsNeverUsed() throws Exception {
        indexed.keeper.rebuild();
        assertThat(ids("")).hasSize(3);
        assertThat(Files.isDirectory(indexed.folder().resolve("index-1"))).isFalse();
        assertThat(ArticleIndex.cursor(indexed.folder().resolve("index-2"))).contains(3L);
        indexed.publish(5, "之后", "<p>文</p>", on(PROVINCE, "news"));
        indexed.keeper.follow();
        assertThat(ids("之后")).containsExactly(5L);

        try (ArticleIndex half = new ArticleIndex(indexed.folder().resolve("index-7"), indexed.attachments)) {
            assertThat(new IndexFolders(indexed.folder()).whole())
                    .contains(indexed.folder().resolve("index-2"));
            assertThat(half.size()).isZero();
        }
        assertThat(new IndexFolders(indexed.folder()).next())
                .isEqualTo(indexed.folder().resolve("index-8"));
    }

    private static Path copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(each)).getParent());
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
        return to;
    }

    private static Question asked(
            org.jutong.plugin.SiteCode site, boolean below, String column, String subject, String number) {
        return new Question(
                "",
                Optional.of(site),
                below,
                Optional.ofNullable(column),
                Optional.ofNullable(subject),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(number),
                false,
                1,
                10);
    }

    private static Question between(String from, String until) {
        return new Question(
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(until).map(LocalDate::parse),
                Optional.empty(),
                true,
                1,
                10);
    }

    private static Question page(int page, int limit) {
        Question all = Question.of("");
        return new Question(
                all.words(),
                all.site(),
                false,
                all.column(),
                all.subject(),
                all.from(),
                all.until(),
                all.number(),
                false,
                page,
                limit);
    }

    private List<Long> ids(String words) {
        return ids(Question.of(words));
    }

    private List<Long> ids(Question question) {
        Found found = search.find(question);
        return found.hits().stream().map(Hit::article).toList();
    }

    private static String code(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Problem.class);
        try {
            work.run();
            return "none";
        } catch (Problem p) {
            return p.code();
        }
    }
}
