package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.NOW;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;
import static org.jutong.sitegroup.internal.SiteGroup.draft;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleJournal.Place;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.internal.store.JournalRows;

@ParameterizedClass
@EnumSource
class JournalTest {

    @Parameter
    Database database;

    private SiteGroup group;
    private Follower follower;

    @BeforeEach
    void open() {
        group = new SiteGroup(database);
        follower = new Follower(group.database.store());
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aDraftIsNoNewsAndAPublishedArticleIs() {
        Article draft = group.articles.write(OPERATOR, PROVINCE, draft("初稿"));
        Article second = group.articles.revise(OPERATOR, draft.id(), draft.version(), draft("二稿"));
        assertThat(follower.follow()).isEmpty();
        Article published = group.desk.publish(OPERATOR, second.id());
        assertThat(follower.follow()).containsExactly(published.id());
        assertThat(follower.copy())
                .containsExactly(new Published(published, List.of(new Place(PROVINCE, "meetings", NOW))));
        group.articles.publish(OPERATOR, second.id());
        assertThat(follower.follow()).isEmpty();
    }

    @Test
    void aPushACorrectionAndAWithdrawalAreOneLineEachHoweverManySites() {
        long id = group.published("一文").id();
        follower.follow();
        group.pushes.push(OPERATOR, id, PROVINCE, Optional.of("notices"), Optional.empty());
        assertThat(follower.follow()).containsExactly(id);
        assertThat(follower.copy().get(0).places())
                .hasSize(4)
                .contains(new Place(CITY, "notices", NOW), new Place(PROVINCE, "meetings", NOW));
        group.pushes.push(OPERATOR, id, PROVINCE, Optional.of("notices"), Optional.empty());
        assertThat(follower.follow()).isEmpty();

        int version = group.articles.get(OPERATOR, id).version();
        group.articles.revise(OPERATOR, id, version, draft("改正"));
        assertThat(follower.follow()).isEmpty();
        group.desk.publish(OPERATOR, id);
        assertThat(follower.follow()).containsExactly(id);
        assertThat(follower.copy().get(0).article().title()).isEqualTo("改正");

        group.articles.withdraw(OPERATOR, id, "有误");
        assertThat(follower.follow()).containsExactly(id);
        assertThat(follower.copy()).isEmpty();
        group.articles.withdraw(OPERATOR, id, "有误");
        assertThat(follower.follow()).isEmpty();
    }

    @Test
    void theLastLineStaysAndSaysHowFarTheNumbersAre() {
        StoredJournal journal = new StoredJournal(group.database.store());
        assertThat(journal.reaches(0)).isTrue();
        long first = group.published("一").id();
        long second = group.published("二").id();
        long last = journal.between(0, Long.MAX_VALUE, 10).get(1).number();
        assertThat(journal.settled()).isZero();
        age("11");
        assertThat(journal.settled()).isEqualTo(last);
        assertThat(journal.count()).isEqualTo(2);
        new JournalRows(group.database.store()).removeOld();
        assertThat(journal.between(0, Long.MAX_VALUE, 10)).hasSize(2);
        age("20000");
        new JournalRows(group.database.store()).removeOld();
        assertThat(journal.between(0, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.article()).isEqualTo(second).isNotEqualTo(first));
        assertThat(journal.reaches(last)).isTrue();
        assertThat(journal.reaches(last - 1)).isTrue();
        assertThat(journal.reaches(0)).isFalse();
    }

    private void age(String minutes) {
        String earlier = database == Database.DERBY
                ? "{fn TIMESTAMPADD(SQL_TSI_MINUTE, -" + minutes + ", CURRENT_TIMESTAMP)}"
                : "CURRENT_TIMESTAMP - INTERVAL '" + minutes + " minutes'";
        group.database
                .store()
                .change(em -> em.createNativeQuery("UPDATE SG_ARTICLE_CHANGE SET CHANGED_AT = " + earlier)
                        .executeUpdate());
    }
}
