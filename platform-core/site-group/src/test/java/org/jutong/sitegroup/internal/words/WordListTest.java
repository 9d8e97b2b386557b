package org.jutong.sitegroup.internal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Event;
import org.jutong.columns.lint.Finding;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.State;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.WordList.Kind;
import org.jutong.sitegroup.WordList.Word;
import org.jutong.sitegroup.WordList.Words;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Desk;
import org.jutong.sitegroup.internal.SiteGroup;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
import org.jutong.sitegroup.internal.standard.StoredStandards;

@ParameterizedClass
@EnumSource
class WordListTest {

    private static final Actor STRANGER = new Actor("stranger", "外人");

    @Parameter
    Database database;

    private final List<Event> recorded = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private ColumnsGroup group;
    private StoredWords words;
    private ArticleChecks checks;
    private Desk desk;

    @BeforeEach
    void open() {
        group = new ColumnsGroup(database);
        words = new StoredWords(
                group.store, group.memory, SiteGroup.AUTHORITY, recorded::add, (kind, names) -> told.add(kind));
        checks = new ArticleChecks(
                group.store,
                new StoredStandards(group.store, group.memory, SiteGroup.AUTHORITY, event -> {}, group.clock),
                words,
                group.clock);
        desk = new Desk(group.store, group.sites, checks, SiteGroup.AUTHORITY, event -> {}, sites -> {}, group.clock);
    }

    @AfterEach
    void close() {
        group.close();
    }

    private static Word word(String text, Kind kind, String better) {
        return new Word(text, kind, Optional.ofNullable(better));
    }

    private Words replace(Word... items) {
        return words.replace(OPERATOR, words.all(OPERATOR).version(), List.of(items));
    }

    private Article written(String title, String body) {
        return desk.articles.write(OPERATOR, CITY, new Draft(title, "来源", "", body, "notices", Optional.empty()));
    }

    private static String refused(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        return problem == null ? "none" : problem.code();
    }

    @Test
    void theListBeginsWithCommonTyposAndIsReplacedAsAWhole() {
        assertThat(words.all(OPERATOR).items()).contains(word("一如继往", Kind.TYPO, "一如既往"));
        Words kept = replace(word("内部资料", Kind.SENSITIVE, null), word(" 按装 ", Kind.TYPO, "安装"));
        assertThat(kept.items()).containsExactly(word("内部资料", Kind.SENSITIVE, null), word("按装", Kind.TYPO, "安装"));
        assertThat(words.all(OPERATOR).items()).containsExactlyInAnyOrderElementsOf(kept.items());
        assertThat(recorded).extracting(Event::object).containsExactly("words");
        assertThat(told).containsExactly("words");
        assertThat(refused(() -> words.replace(OPERATOR, kept.version() - 1, List.of())))
                .isEqualTo("version_conflict");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndTheListStays() {
        Words before = words.all(OPERATOR);
        assertThat(refused(() -> replace(word("", Kind.SENSITIVE, null)))).isEqualTo("word_invalid");
        assertThat(refused(() -> replace(word("长".repeat(51), Kind.SENSITIVE, null))))
                .isEqualTo("word_invalid");
        assertThat(refused(() -> replace(word("<b>", Kind.SENSITIVE, null)))).isEqualTo("word_invalid");
        assertThat(refused(() -> replace(word("甲", Kind.SENSITIVE, null), word("甲", Kind.DOUBTFUL, null))))
                .isEqualTo("word_twice");
        assertThat(refused(() -> replace(word("按装", Kind.TYPO, null)))).isEqualTo("better_missing");
        assertThat(refused(() -> replace(word("按装", Kind.TYPO, "按装")))).isEqualTo("better_invalid");
        assertThat(refused(() -> words.replace(STRANGER, 1, List.of()))).isEqualTo("forbidden");
        assertThat(refused(() -> words.all(STRANGER))).isEqualTo("forbidden");
        assertThat(words.all(OPERATOR)).isEqualTo(before);
    }

    @Test
    void aSensitiveWordIsNotSubmittedAndOthersAreSaid() {
        replace(word("内部资料", Kind.SENSITIVE, null), word("最大", Kind.DOUBTFUL, null), word("一如继往", Kind.TYPO, "一如既往"));
        Article article = written("最大的会议", "<p>内<b>部资</b>料，一如继往</p>");
        assertThat(checks.of(article))
                .extracting(
                        f -> f.rule().id(),
                        Finding::field,
                        Finding::blocks,
                        f -> f.suggestion().orElse(""))
                .containsExactlyInAnyOrder(
                        tuple("doubtful-word", "title:最大", false, ""),
                        tuple("sensitive-word", "body:内部资料", true, ""),
                        tuple("typo", "body:一如继往", false, "一如既往"));
        assertThat(refused(() -> desk.reviews.submit(OPERATOR, article.id(), article.version(), Timing.AT_ONCE)))
                .isEqualTo("lint_failed");
        replace();
        assertThat(desk.publish(OPERATOR, article.id()).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aWordThatComesOnTheListWhileATextIsReviewedHoldsItUp() {
        Article article = written("会议", "<p>内部资料</p>");
        desk.reviews.submit(OPERATOR, article.id(), article.version(), Timing.AT_ONCE);
        replace(word("内部资料", Kind.SENSITIVE, null));
        assertThat(refused(() -> desk.approve(article.id()))).isEqualTo("lint_failed");
        assertThat(group.reading.article(CITY, article.id())).isEmpty();
    }

    @Test
    void numbersOfPersonsAreMaskedOnDemandAsANewVersion() {
        Article article = written(
                "名单", "<p>张三，11010519491231002X，<a href=\"https://www.gz.gov.cn/13800001111\">13800001111</a></p>");
        assertThat(checks.of(article))
                .extracting(f -> f.rule().id(), f -> f.arguments().get(0), Finding::blocks)
                .containsExactly(
                        tuple("id-number", "110105***********X", true), tuple("mobile-number", "138****1111", false));
        Article masked = desk.articles.mask(OPERATOR, article.id(), article.version());
        assertThat(masked.body())
                .contains("110105***********X", ">138****1111<", "gov.cn/13800001111")
                .doesNotContain("11010519491231002X");
        assertThat(checks.of(masked)).isEmpty();
        assertThat(desk.versions.of(OPERATOR, article.id())).hasSize(2);
        assertThat(desk.articles.mask(OPERATOR, article.id(), masked.version())).isEqualTo(masked);
        assertThat(desk.versions.of(OPERATOR, article.id())).hasSize(2);
        assertThat(refused(() -> desk.articles.mask(OPERATOR, article.id(), article.version())))
                .isEqualTo("version_conflict");
    }
}
