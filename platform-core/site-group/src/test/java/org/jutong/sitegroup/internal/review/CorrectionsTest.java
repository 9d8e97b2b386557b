package org.jutong.sitegroup.internal.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.ColumnsGroup.CITY;
import static org.jutong.sitegroup.internal.ColumnsGroup.OPERATOR;

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
import org.jutong.sitegroup.Reviews.Decision;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.Versions.Version;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.Database;
import org.jutong.sitegroup.internal.Desk;

/** Corrections that are thrown away. */
@ParameterizedClass
@EnumSource
class CorrectionsTest {

    private static final Actor ONE = Desk.REVIEWERS.get(0);

    @Parameter
    Database database;

    private ColumnsGroup group;
    private Desk desk;

    @BeforeEach
    void open() {
        group = new ColumnsGroup(database);
        desk = group.desk;
    }

    @AfterEach
    void close() {
        group.close();
    }

    private String shown(long id) {
        return group.reading.article(CITY, id).orElseThrow().article().title();
    }

    private static String refused(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        return problem == null ? "none" : problem.code();
    }

    private static Draft draft(String title) {
        return new Draft(title, "贵州省人民政府网站", "", "<p>正文</p>", "notices", Optional.empty());
    }

    @Test
    void aCorrectionThatIsThrownAwayLeavesThePublicTextAndItsVersions() {
        Article article = desk.published(OPERATOR, CITY, draft("原文"));
        Article correction = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("不要了"));
        Article submitted = desk.reviews.submit(OPERATOR, article.id(), correction.version(), Timing.AT_ONCE);
        assertThat(refused(() -> desk.articles.discard(OPERATOR, article.id(), correction.version())))
                .isEqualTo("version_conflict");
        assertThat(refused(() -> desk.articles.discard(ONE, article.id(), submitted.version())))
                .isEqualTo("forbidden");
        Article kept = desk.articles.discard(OPERATOR, article.id(), submitted.version());
        assertThat(kept.title()).isEqualTo("原文");
        assertThat(kept.correction()).isEmpty();
        assertThat(desk.articles.get(OPERATOR, article.id()).title()).isEqualTo("原文");
        assertThat(refused(() -> desk.reviews.approve(ONE, article.id(), 2, "")))
                .isEqualTo("not_in_review");
        assertThat(refused(() -> desk.articles.discard(OPERATOR, article.id(), kept.version())))
                .isEqualTo("no_correction");
        assertThat(desk.reviews.of(OPERATOR, article.id()).history().get(0).decision())
                .isEqualTo(Decision.DISCARDED);

        Article next = desk.articles.revise(OPERATOR, article.id(), kept.version(), draft("再来"));
        assertThat(desk.versions.of(OPERATOR, article.id()))
                .extracting(Version::number, Version::shown)
                .containsExactly(tuple(3, false), tuple(2, false), tuple(1, true));
        desk.reviews.submit(OPERATOR, article.id(), next.version(), Timing.AT_ONCE);
        assertThat(desk.approve(article.id()).title()).isEqualTo("再来");
        assertThat(shown(article.id())).isEqualTo("再来");
    }

    @Test
    void afterACorrectionWasThrownAwayAWithdrawnArticleIsPublishedAgainAsItWas() {
        Article article = desk.published(OPERATOR, CITY, draft("原文"));
        Article correction = desk.articles.revise(OPERATOR, article.id(), article.version(), draft("不要了"));
        desk.articles.discard(OPERATOR, article.id(), correction.version());
        assertThat(desk.articles.withdraw(OPERATOR, article.id(), "有误").title()).isEqualTo("原文");
        desk.publish(OPERATOR, article.id());
        assertThat(shown(article.id())).isEqualTo("原文");
    }
}
