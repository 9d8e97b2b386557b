package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;
import static org.jutong.sitegroup.internal.SiteGroup.READER;
import static org.jutong.sitegroup.internal.SiteGroup.draft;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Reading.Placed;

@ParameterizedClass
@EnumSource
class ArticlesTest {

    @Parameter
    Database database;

    private SiteGroup group;

    @BeforeEach
    void open() {
        group = new SiteGroup(database);
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aDraftIsNotPublicUntilItIsPublished() {
        Article article = group.articles.write(OPERATOR, PROVINCE, draft("集约化建设"));
        assertThat(article.state()).isEqualTo(Article.State.DRAFT);
        assertThat(group.reading.article(PROVINCE, article.id())).isEmpty();

        Article published = group.desk.publish(OPERATOR, article.id());
        assertThat(published.published()).contains(SiteGroup.NOW);
        assertThat(group.reading.article(PROVINCE, article.id()).map(Placed::article))
                .contains(published);
        assertThat(group.reading.latest(PROVINCE, "meetings", 0, 10)).hasSize(1);
        assertThat(group.reading.latest(PROVINCE, "news", 0, 10)).hasSize(1);
        assertThat(group.reading.count(PROVINCE, "news")).isEqualTo(1);
        assertThat(group.reading.article(CITY, article.id())).isEmpty();
        assertThat(group.changed).containsExactly(PROVINCE);
        assertThat(group.articles.publish(OPERATOR, article.id())).isEqualTo(published);
    }

    @Test
    void theTimeToShowIsKeptToTheMillisecondWhateverTheZone() {
        Instant shown = Instant.parse("1989-04-16T01:30:00.123Z");
        Draft dated = new Draft("旧文", "来源", "", "<p>文</p>", "notices", Optional.of(shown));
        long id = group.articles.write(OPERATOR, PROVINCE, dated).id();
        assertThat(group.desk.publish(OPERATOR, id).published()).contains(shown);
        assertThat(group.reading.latest(PROVINCE, "notices", 0, 1).get(0).published())
                .isEqualTo(shown);
    }

    @Test
    void aLongBodyComesBackAsItWasWritten() {
        String body = "<p>" + "政".repeat(190_000) + "</p>";
        Article article =
                group.articles.write(OPERATOR, PROVINCE, new Draft("长文", "来源", "", body, "notices", Optional.empty()));
        assertThat(group.articles.get(OPERATOR, article.id()).body()).isEqualTo(body);
    }

    @Test
    void theSameKeyWritesOneArticle() {
        Optional<String> key = Optional.of("import-1");
        Article first = group.articles.write(OPERATOR, PROVINCE, draft("一"), key);
        assertThat(group.articles.write(OPERATOR, PROVINCE, draft("一"), key)).isEqualTo(first);
        assertThat(group.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10))
                .hasSize(1);
        assertThat(refusal(() -> group.articles.write(OPERATOR, CITY, draft("一"), key)))
                .isEqualTo("idempotency_key_taken");
        assertThat(refusal(() -> group.articles.write(OPERATOR, PROVINCE, draft("一"), Optional.of("k\n"))))
                .isEqualTo("idempotency_key_invalid");
    }

    @Test
    void wrongFieldsAreRefusedAndNothingIsStored() {
        assertThat(refusal(with(" ", "s", "<p>b</p>", "news"))).isEqualTo("title_missing");
        assertThat(refusal(with("长".repeat(201), "s", "<p>b</p>", "news"))).isEqualTo("title_too_long");
        assertThat(refusal(with("t\u0000", "s", "<p>b</p>", "news"))).isEqualTo("title_invalid");
        assertThat(refusal(with("t\u202E", "s", "<p>b</p>", "news"))).isEqualTo("title_invalid");
        assertThat(refusal(with("t", null, "<p>b</p>", "news"))).isEqualTo("source_missing");
        assertThat(refusal(with("t", "s", "<script>x</script>", "news"))).isEqualTo("body_missing");
        assertThat(refusal(with("t", "s", "x".repeat(200_001), "news"))).isEqualTo("body_too_long");
        assertThat(refusal(with("t", "s", "<p>b</p>", "no-such"))).isEqualTo("column_not_found");
        assertThat(group.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void whoeverSawAnOlderVersionIsToldSo() {
        Article article = group.articles.write(OPERATOR, PROVINCE, draft("初稿"));
        Article second = group.articles.revise(OPERATOR, article.id(), article.version(), draft("二稿"));
        assertThat(second.version()).isGreaterThan(article.version());
        assertThat(refusal(() -> group.articles.revise(OPERATOR, article.id(), article.version(), draft("三稿"))))
                .isEqualTo("version_conflict");
        assertThat(group.articles.get(OPERATOR, article.id()).title()).isEqualTo("二稿");
    }

    @Test
    void aCorrectionShowsOnEverySiteAndMovesTheOwnPlacementAlone() {
        Article article = group.published("错字");
        group.pushes.push(OPERATOR, article.id(), PROVINCE, Optional.empty(), Optional.empty());
        group.changed.clear();
        Draft corrected = new Draft("改正", "来源", "", "<p>文</p>", "notices", Optional.empty());
        group.articles.revise(OPERATOR, article.id(), article.version(), corrected);
        assertThat(group.changed).isEmpty();
        group.desk.publish(OPERATOR, article.id());

        assertThat(group.reading.latest(CITY, "meetings", 0, 1))
                .extracting(Entry::title)
                .containsExactly("改正");
        assertThat(group.reading.latest(PROVINCE, "notices", 0, 1))
                .extracting(Entry::title)
                .containsExactly("改正");
        assertThat(group.reading.latest(PROVINCE, "meetings", 0, 1)).isEmpty();
        assertThat(group.reading
                        .article(CITY, article.id())
                        .orElseThrow()
                        .article()
                        .published())
                .isEqualTo(article.published());
        assertThat(group.changed).hasSize(4);
    }

    @Test
    void aWithdrawnArticleIsGoneFromEverySite() {
        Article article = group.published("撤下");
        group.pushes.push(OPERATOR, article.id(), PROVINCE, Optional.empty(), Optional.empty());
        group.changed.clear();
        assertThat(group.articles.withdraw(OPERATOR, article.id(), "有误").state())
                .isEqualTo(Article.State.WITHDRAWN);
        assertThat(group.changed).hasSize(4);
        assertThat(group.reading.article(CITY, article.id())).isEmpty();
        assertThat(group.reading.article(PROVINCE, article.id())).isEmpty();
        assertThat(group.reading.count(CITY, "news")).isZero();
        assertThat(refusal(
                        () -> group.pushes.push(OPERATOR, article.id(), PROVINCE, Optional.empty(), Optional.empty())))
                .isEqualTo("article_not_published");
    }

    @Test
    void withoutTheRightAnArticleIsNotThere() {
        Article article = group.articles.write(OPERATOR, PROVINCE, draft("内部"));
        assertThat(refusal(() -> group.articles.get(READER, article.id()))).isEqualTo("article_not_found");
        assertThat(refusal(() -> group.articles.publish(READER, article.id()))).isEqualTo("article_not_found");
        assertThat(refusal(() -> group.articles.get(Actor.ANONYMOUS, article.id())))
                .isEqualTo("not_signed_in");
        assertThatThrownBy(() -> group.articles.write(READER, PROVINCE, draft("不行")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(403));
        assertThat(refusal(() -> group.articles.get(OPERATOR, 404))).isEqualTo("article_not_found");
    }

    private Runnable with(String title, String source, String body, String column) {
        return () ->
                group.articles.write(OPERATOR, PROVINCE, new Draft(title, source, "", body, column, Optional.empty()));
    }

    static String refusal(Runnable work) {
        try {
            work.run();
            return "none";
        } catch (Problem p) {
            return p.code();
        }
    }
}
