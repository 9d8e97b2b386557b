package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.ArticlesTest.refusal;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.DISTRICT;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.OTHER_DISTRICT;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;
import static org.jutong.sitegroup.internal.SiteGroup.READER;
import static org.jutong.sitegroup.internal.SiteGroup.draft;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Pushes.Target;

@ParameterizedClass
@EnumSource
class PushesTest {

    private static final Optional<String> NONE = Optional.empty();

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
    void onePushPlacesTheArticleOnEverySiteOfTheSubtreeButItsOwn() {
        Article article = group.published("会议交流");
        group.changed.clear();
        Push push = group.pushes.push(OPERATOR, article.id(), PROVINCE, NONE, NONE);

        assertThat(push.placed()).isEqualTo(3);
        assertThat(push.present()).isZero();
        assertThat(group.changed).containsExactlyInAnyOrder(CITY, DISTRICT, OTHER_DISTRICT);
        assertThat(group.reading.article(DISTRICT, article.id()).orElseThrow().article())
                .isEqualTo(article);
        assertThat(group.pushes.get(OPERATOR, push.id())).isEqualTo(push);
    }

    @Test
    void sitesThatHaveItAlreadyAreCountedAndNotChanged() {
        Article article = group.published("先市后省");
        group.pushes.push(OPERATOR, article.id(), CITY, Optional.of("notices"), NONE);
        Push all = group.pushes.push(OPERATOR, article.id(), PROVINCE, NONE, NONE);
        assertThat(all.placed()).isZero();
        assertThat(all.present()).isEqualTo(3);
        assertThat(group.reading.count(DISTRICT, "notices")).isEqualTo(1);
        assertThat(group.reading.count(DISTRICT, "meetings")).isZero();
    }

    @Test
    void theSameKeyReturnsThePushThatItMade() {
        Article article = group.published("一次");
        Optional<String> key = Optional.of("push-1");
        Push first = group.pushes.push(OPERATOR, article.id(), PROVINCE, NONE, key);
        assertThat(group.pushes.push(OPERATOR, article.id(), PROVINCE, NONE, key))
                .isEqualTo(first);
        assertThat(refusal(() -> group.pushes.push(OPERATOR, article.id(), CITY, NONE, key)))
                .isEqualTo("idempotency_key_taken");
    }

    @Test
    void aDraftOrAnUnknownArticleIsNotPushed() {
        long draft = group.articles.write(OPERATOR, PROVINCE, draft("草稿")).id();
        assertThat(refusal(() -> group.pushes.push(OPERATOR, draft, PROVINCE, NONE, NONE)))
                .isEqualTo("article_not_published");
        assertThat(refusal(() -> group.pushes.push(OPERATOR, 4711, PROVINCE, NONE, NONE)))
                .isEqualTo("article_not_found");
    }

    @Test
    void aSiteWithoutTheColumnIsLeftOutAndThePushSaysSo() {
        Article article = group.published("数据");
        Optional<String> column = Optional.of("open-data");
        List<Target> planned = group.pushes.plan(OPERATOR, article.id(), PROVINCE, column);
        assertThat(group.reading.article(CITY, article.id())).isEmpty();
        assertThat(planned)
                .containsExactly(
                        new Target(CITY, "open-data", Outcome.PLACED, NONE),
                        new Target(DISTRICT, "open-data", Outcome.LEFT_OUT, Optional.of("column_not_found")),
                        new Target(OTHER_DISTRICT, "open-data", Outcome.LEFT_OUT, Optional.of("column_not_found")));

        Push push = group.pushes.push(OPERATOR, article.id(), PROVINCE, column, NONE);
        assertThat(push)
                .extracting(Push::placed, Push::present, Push::waiting, Push::leftOut)
                .containsExactly(1, 0, 0, 2);
        assertThat(group.pushes.exceptions(OPERATOR, push.id(), Optional.empty(), 10))
                .isEqualTo(planned.subList(1, 3));
        assertThat(group.pushes.exceptions(OPERATOR, push.id(), Optional.of(DISTRICT), 10))
                .isEqualTo(planned.subList(2, 3));
        assertThat(group.pushes.exceptions(OPERATOR, push.id(), Optional.empty(), 1))
                .isEqualTo(planned.subList(1, 2));
        assertThat(group.reading.article(CITY, article.id())).isPresent();
        assertThat(group.reading.article(DISTRICT, article.id())).isEmpty();
    }

    @Test
    void intoItsOwnSiteAloneIsRefused() {
        Article article = group.published("自己");
        SiteCode alone = new SiteCode("5201040001");
        group.open(alone, "花溪区", Level.COUNTY, Optional.of(CITY));
        Article there = group.desk.publish(
                OPERATOR, group.articles.write(OPERATOR, alone, draft("区")).id());
        assertThat(refusal(() -> group.pushes.push(OPERATOR, there.id(), alone, NONE, NONE)))
                .isEqualTo("push_into_source");
        assertThat(refusal(() -> group.pushes.plan(OPERATOR, there.id(), alone, NONE)))
                .isEqualTo("push_into_source");
        assertThat(group.pushes.plan(OPERATOR, article.id(), alone, NONE)).hasSize(1);
    }

    @Test
    void aPlanAsksForTheSameAsAPush() {
        long draft = group.articles.write(OPERATOR, PROVINCE, draft("草稿")).id();
        assertThat(refusal(() -> group.pushes.plan(OPERATOR, draft, PROVINCE, NONE)))
                .isEqualTo("article_not_published");
        assertThat(refusal(() -> group.pushes.plan(OPERATOR, 4711, PROVINCE, NONE)))
                .isEqualTo("article_not_found");
        long published = group.published("越权").id();
        assertThat(refusal(() -> group.pushes.plan(READER, published, PROVINCE, NONE)))
                .isEqualTo("forbidden");
    }

    @Test
    void onlySomebodyWithTheRightOnTheSubtreePushes() {
        Article article = group.published("越权");
        assertThat(refusal(() -> group.pushes.push(READER, article.id(), PROVINCE, NONE, NONE)))
                .isEqualTo("forbidden");
    }

    @Test
    void aPushThatFailsBeforeItsCommitLeavesNothingBehind() {
        Article article = group.published("断电");
        group.changed.clear();
        SitePushes dying = group.pushes(new PowerCut(group.database.store()));
        assertThatThrownBy(() -> dying.push(OPERATOR, article.id(), PROVINCE, NONE, Optional.of("k")))
                .hasMessage("power cut");
        assertThat(group.reading.article(CITY, article.id())).isEmpty();
        assertThat(group.changed).isEmpty();
        assertThat(group.pushes
                        .push(OPERATOR, article.id(), PROVINCE, NONE, Optional.of("k"))
                        .placed())
                .isEqualTo(3);
    }

    /** Dies after everything was sent to the database and before it is committed. */
    private record PowerCut(Store store) implements Store {
        @Override
        public <R> R read(Function<EntityManager, R> work) {
            return store.read(work);
        }

        @Override
        public <R> R write(Function<EntityManager, R> work) {
            return store.write(em -> {
                work.apply(em);
                em.flush();
                throw new IllegalStateException("power cut");
            });
        }
    }
}
