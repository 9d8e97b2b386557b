package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.COLUMN_EDITOR;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;
import static org.jutong.sitegroup.internal.SiteGroup.READER;
import static org.jutong.sitegroup.internal.SiteGroup.draft;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Reviews.Timing;

/** No change without a record of it, and no change that a grant on a column does not reach. */
@ParameterizedClass
@EnumSource
class RecordTest {

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
    void eachChangeIsRecordedOnceWithItsObjectAndSite() {
        SiteCode zunyi = new SiteCode("5203000001");
        group.open(zunyi, "遵义市", Level.PREFECTURE, Optional.of(PROVINCE));
        Article article = group.articles.write(OPERATOR, PROVINCE, draft("标题"));
        group.articles.revise(OPERATOR, article.id(), article.version(), draft("新标题"));
        group.desk.publish(OPERATOR, article.id());
        long push = group.pushes
                .push(OPERATOR, article.id(), CITY, Optional.empty(), Optional.empty())
                .id();
        group.articles.withdraw(OPERATOR, article.id(), "有误");

        String object = "article:" + article.id();
        assertThat(group.recorded)
                .containsExactly(
                        Event.done(Action.SITE_REGISTER, OPERATOR, "site:" + zunyi)
                                .on(zunyi),
                        Event.done(Action.ARTICLE_WRITE, OPERATOR, object).on(PROVINCE),
                        Event.done(Action.ARTICLE_WRITE, OPERATOR, object).on(PROVINCE),
                        Event.done(Action.ARTICLE_SUBMIT, OPERATOR, object).on(PROVINCE),
                        Event.done(Action.ARTICLE_APPROVE, Desk.REVIEWERS.get(0), object)
                                .on(PROVINCE),
                        Event.done(Action.ARTICLE_APPROVE, Desk.REVIEWERS.get(1), object)
                                .on(PROVINCE),
                        Event.done(Action.ARTICLE_APPROVE, Desk.REVIEWERS.get(2), object)
                                .on(PROVINCE),
                        Event.done(Action.ARTICLE_PUBLISH, Desk.REVIEWERS.get(2), object)
                                .on(PROVINCE),
                        Event.done(Action.ARTICLE_PUSH, OPERATOR, object)
                                .on(CITY)
                                .saying("push:" + push),
                        Event.done(Action.ARTICLE_WITHDRAW, OPERATOR, object).on(PROVINCE));
    }

    @Test
    void whatIsRefusedIsNotRecordedAsDone() {
        assertThatThrownBy(() -> group.articles.write(READER, PROVINCE, draft("标题")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> group.articles.publish(OPERATOR, 4711)).isInstanceOf(Problem.class);
        assertThat(group.recorded).isEmpty();
    }

    @Test
    void nothingIsChangedThatCannotBeRecorded() {
        Article article = group.articles.write(OPERATOR, PROVINCE, draft("标题"));
        group.refuseToRecord = true;
        assertThatThrownBy(() -> group.articles.write(OPERATOR, PROVINCE, draft("另一篇")))
                .hasMessageContaining("audit_unavailable");
        assertThatThrownBy(() -> group.desk.reviews.submit(OPERATOR, article.id(), article.version(), Timing.AT_ONCE))
                .hasMessageContaining("audit_unavailable");
        assertThat(group.articles.owned(OPERATOR, PROVINCE, Optional.empty(), 10))
                .containsExactly(article);
        SiteCode zunyi = new SiteCode("5203000001");
        assertThatThrownBy(() -> group.open(zunyi, "遵义市", Level.PREFECTURE, Optional.of(PROVINCE)))
                .hasMessageContaining("audit_unavailable");
        assertThat(group.sites.find(zunyi)).isEmpty();
        assertThat(new SiteMemory(group.database.store()).pathToRoot(zunyi)).isEmpty();
    }

    @Test
    void aGrantOnAColumnReachesThatColumnAlone() {
        Article own = group.articles.write(COLUMN_EDITOR, PROVINCE, draft("会议"));
        Article other = group.articles.write(OPERATOR, PROVINCE, in("notices"));
        assertThatThrownBy(() -> group.articles.write(COLUMN_EDITOR, PROVINCE, in("notices")))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> group.articles.revise(COLUMN_EDITOR, own.id(), own.version(), in("notices")))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> group.articles.get(COLUMN_EDITOR, other.id()))
                .hasMessageContaining("article_not_found");
        assertThat(group.articles.owned(COLUMN_EDITOR, PROVINCE, Optional.empty(), 1))
                .containsExactly(own);
        assertThat(group.desk.publish(COLUMN_EDITOR, own.id()).state()).isEqualTo(Article.State.PUBLISHED);
    }

    private static Draft in(String column) {
        return new Draft("通知", "来源", "", "<p>文</p>", column, Optional.empty());
    }
}
