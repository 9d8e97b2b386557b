package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ArticlesTest.refusal;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.DISTRICT;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;
import static org.jutong.sitegroup.internal.SiteGroup.READER;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Pushes.Target;
import org.jutong.sitegroup.Receiving.Waiting;
import org.jutong.sitegroup.internal.store.MoveRows;

@ParameterizedClass
@EnumSource
class ReceivingTest {

    private static final Optional<String> NONE = Optional.empty();

    @Parameter
    Database database;

    private SiteGroup group;
    private SiteReceiving receiving;

    @BeforeEach
    void open() {
        group = new SiteGroup(database);
        receiving = new SiteReceiving(
                group.database.store(),
                group.sites,
                group.sites,
                SiteGroup.AUTHORITY,
                group.recorded::add,
                group.changed::addAll,
                Clock.fixed(SiteGroup.NOW, ZoneId.of("Asia/Shanghai")));
        receiving.ask(OPERATOR, DISTRICT, true, "先审后用");
    }

    @AfterEach
    void close() {
        group.close();
    }

    private Push push(Article article) {
        return group.pushes.push(OPERATOR, article.id(), PROVINCE, NONE, NONE);
    }

    private Target exception(Push push) {
        return group.pushes
                .exceptions(OPERATOR, push.id(), Optional.empty(), 10)
                .get(0);
    }

    @Test
    void aSiteThatAsksShowsWhatItAccepts() {
        Article article = group.published("通知");
        Push push = push(article);
        assertThat(push).extracting(Push::placed, Push::waiting, Push::leftOut).containsExactly(2, 1, 0);
        assertThat(group.reading.article(DISTRICT, article.id())).isEmpty();
        assertThat(receiving.waiting(OPERATOR, DISTRICT, Optional.empty(), 10))
                .containsExactly(new Waiting(
                        article.id(), "通知", PROVINCE, "meetings", push.id(), OPERATOR.username(), SiteGroup.NOW));
        assertThat(exception(push).outcome()).isEqualTo(Outcome.WAITING);

        group.changed.clear();
        group.recorded.clear();
        receiving.accept(OPERATOR, DISTRICT, article.id());
        assertThat(group.reading
                        .article(DISTRICT, article.id())
                        .orElseThrow()
                        .column()
                        .key())
                .isEqualTo("meetings");
        assertThat(group.changed).containsExactly(DISTRICT);
        assertThat(group.recorded)
                .containsExactly(Event.done(Action.ARTICLE_RECEIVE, OPERATOR, "article:" + article.id())
                        .on(DISTRICT)
                        .saying("accepted"));
        assertThat(receiving.waiting(OPERATOR, DISTRICT, Optional.empty(), 10)).isEmpty();
        assertThat(exception(push).outcome()).isEqualTo(Outcome.PLACED);
        assertThat(refusal(() -> receiving.accept(OPERATOR, DISTRICT, article.id())))
                .isEqualTo("nothing_waits");
    }

    @Test
    void whatAMergerBroughtMeanwhileIsAcceptedOnce() {
        Article article = group.published("合并");
        push(article);
        new MoveRows(group.database.store()).copy(CITY, DISTRICT, Map.of("meetings", "meetings"));
        receiving.accept(OPERATOR, DISTRICT, article.id());
        assertThat(group.reading.article(DISTRICT, article.id())).isPresent();
        assertThat(receiving.waiting(OPERATOR, DISTRICT, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void whoPushedFindsWhyASiteDeclined() {
        Article article = group.published("通知");
        Push push = push(article);
        assertThat(refusal(() -> receiving.decline(OPERATOR, DISTRICT, article.id(), " ")))
                .isEqualTo("reason_missing");
        receiving.decline(OPERATOR, DISTRICT, article.id(), "与本区无关");
        assertThat(exception(push))
                .isEqualTo(new Target(
                        DISTRICT, "meetings", Outcome.LEFT_OUT, Optional.of("declined"), Optional.of("与本区无关")));
        assertThat(group.reading.article(DISTRICT, article.id())).isEmpty();
        assertThat(refusal(() -> receiving.decline(OPERATOR, DISTRICT, article.id(), "再次")))
                .isEqualTo("nothing_waits");
        assertThat(push(article).waiting()).as("asked again by another push").isOne();
    }

    @Test
    void whatWaitsGoesWithTheArticle() {
        Article article = group.published("撤下");
        Push push = push(article);
        group.articles.withdraw(OPERATOR, article.id(), "有误");
        assertThat(receiving.waiting(OPERATOR, DISTRICT, Optional.empty(), 10)).isEmpty();
        assertThat(exception(push).reason()).contains("withdrawn");
        assertThat(refusal(() -> receiving.accept(OPERATOR, DISTRICT, article.id())))
                .isEqualTo("nothing_waits");
    }

    @Test
    void aSiteThatAsksNoMoreShowsWhatTheNextPushBrings() {
        Article article = group.published("以后");
        Push first = push(article);
        assertThat(push(article)).extracting(Push::placed, Push::waiting).containsExactly(0, 1);
        assertThat(receiving.waiting(OPERATOR, DISTRICT, Optional.empty(), 10)).hasSize(1);
        receiving.ask(OPERATOR, DISTRICT, false, "改为直接采用");
        assertThat(receiving.asks(OPERATOR, DISTRICT)).isFalse();
        assertThat(push(article)).extracting(Push::placed, Push::waiting).containsExactly(1, 0);
        assertThat(receiving.waiting(OPERATOR, DISTRICT, Optional.empty(), 10)).isEmpty();
        assertThat(exception(first).outcome()).isEqualTo(Outcome.PLACED);
    }

    @Test
    void whoMayNotIsRefused() {
        Article article = group.published("越权");
        push(article);
        assertThat(refusal(() -> receiving.accept(READER, DISTRICT, article.id())))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> receiving.decline(READER, DISTRICT, article.id(), "否")))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> receiving.waiting(READER, DISTRICT, Optional.empty(), 10)))
                .isEqualTo("forbidden");
        assertThat(refusal(() -> receiving.ask(READER, DISTRICT, false, "否"))).isEqualTo("forbidden");
        assertThat(refusal(() -> receiving.asks(READER, DISTRICT))).isEqualTo("forbidden");
        assertThat(receiving.asks(OPERATOR, CITY)).isFalse();
        assertThat(receiving.waiting(OPERATOR, CITY, Optional.empty(), 10)).isEmpty();
    }
}
