package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.ArticlesTest.refusal;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Actor;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleList;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleRequest;
import org.jutong.sitegroup.internal.rest.ArticleBodies.ArticleView;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PublishedEntry;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PublishedList;
import org.jutong.sitegroup.internal.rest.ArticleBodies.PushRequest;
import org.jutong.sitegroup.internal.rest.ArticlesResource;
import org.jutong.sitegroup.internal.rest.ReviewBodies.SubmissionRequest;
import org.jutong.sitegroup.internal.rest.ReviewBodies.WithdrawalRequest;
import org.jutong.sitegroup.internal.rest.SiteBody;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteList;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteRequest;
import org.jutong.sitegroup.internal.rest.SitesResource;

class RestTest {

    private final SiteGroup group = new SiteGroup(Database.DERBY);
    private final SitesResource sites = new SitesResource(group.sites, group.sites, group.articles, group.reading);
    private final ArticlesResource articles =
            new ArticlesResource(group.articles, group.desk.reviews, group.pushes, group.checks, new PlainWords());

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void sitesComeInPagesByCode() {
        SiteList first = sites.list(null, null, null, "3", null, Actor.ANONYMOUS);
        SiteList second = sites.list(null, null, null, "3", first.next(), Actor.ANONYMOUS);
        assertThat(first.items()).hasSize(3);
        assertThat(first.next()).isEqualTo("5201020001");
        assertThat(second.items()).extracting(SiteBody::code).containsExactly("5201030001");
        assertThat(second.next()).isNull();
        assertThat(sites.one("5201000001"))
                .isEqualTo(new SiteBody(
                        "5201000001",
                        "贵阳市人民政府",
                        "prefecture",
                        "520100",
                        "贵阳市",
                        "5200000001",
                        "live",
                        "blue",
                        "/sites/5201000001/",
                        "portal",
                        null,
                        null));
    }

    @Test
    void sitesAreFoundByStateKindAndParent() {
        group.memory.put(
                List.of(group.sites
                        .require(SiteGroup.DISTRICT)
                        .in(SiteState.APPLIED, Optional.empty(), Optional.empty())),
                List.of());
        assertThat(codes(sites.list("applied", null, null, null, null, OPERATOR)))
                .containsExactly("5201020001");
        assertThat(codes(sites.list("applied", null, null, null, null, Actor.ANONYMOUS)))
                .as("an application is nobody else's business")
                .isEmpty();
        assertThat(codes(sites.list("live,closing", "portal", "5201000001", null, null, Actor.ANONYMOUS)))
                .containsExactly("5201030001");
        assertThat(codes(sites.list(null, "department", null, null, null, OPERATOR)))
                .isEmpty();
    }

    private static List<String> codes(SiteList page) {
        return page.items().stream().map(SiteBody::code).toList();
    }

    @Test
    void aPageHasOneToTwoHundredItems() {
        for (String limit : new String[] {"0", "201", "-1", "x", "1e3", "99999999999999999999"}) {
            assertThat(refusal(() -> sites.list(null, null, null, limit, null, Actor.ANONYMOUS)))
                    .as(limit)
                    .isEqualTo("limit_invalid");
        }
        assertThat(refusal(() -> sites.list(null, null, null, null, "x", Actor.ANONYMOUS)))
                .isEqualTo("invalid_site_code");
        assertThat(refusal(() -> sites.articles("5200000001", null, "x", OPERATOR)))
                .isEqualTo("cursor_invalid");
    }

    @Test
    void articlesAreListedWithoutTheirBodies() {
        Article older = group.published("旧");
        Article newer = group.published("新");
        ArticleList first = sites.articles("5200000001", "1", null, OPERATOR);
        assertThat(first.items()).extracting(ArticleView::id).containsExactly(newer.id());
        assertThat(first.items().get(0).body()).isNull();
        assertThat(first.items().get(0).state()).isEqualTo("published");
        assertThat(sites.articles("5200000001", "1", first.next(), OPERATOR).items())
                .extracting(ArticleView::id)
                .containsExactly(older.id());
        assertThat(articles.one(Long.toString(older.id()), OPERATOR).body()).isEqualTo("<p>正文</p>");
    }

    @Test
    void visitorsPageThroughAColumn() {
        Article one = group.published("一");
        Article two = group.published("二");
        PublishedList first = sites.published("5200000001", "news", "1", null);
        PublishedList second = sites.published("5200000001", "news", "1", first.next());
        assertThat(first.items()).extracting(PublishedEntry::id).containsExactly(two.id());
        assertThat(second.items()).extracting(PublishedEntry::id).containsExactly(one.id());
        assertThat(second.next()).isNull();
        assertThat(refusal(() -> sites.published("5200000001", null, null, null)))
                .isEqualTo("column_missing");
        assertThat(refusal(() -> sites.published("5200000001", "none", null, null)))
                .isEqualTo("column_not_found");
        assertThat(refusal(() -> sites.published("5299000001", "news", null, null)))
                .isEqualTo("site_not_found");
    }

    @Test
    void whatIsMissingOrWrongInARequestIsNamed() {
        assertThat(refusal(() -> sites.register(null, OPERATOR))).isEqualTo("invalid_site_code");
        assertThat(refusal(() -> sites.register(
                        new SiteRequest("5203000001", "遵义", "city", "520300", "遵义市", "5200000001", "blue", null),
                        OPERATOR)))
                .isEqualTo("level_unknown");
        assertThat(refusal(() -> sites.write("5200000001", null, null, OPERATOR)))
                .isEqualTo("title_missing");
        assertThat(refusal(() -> sites.write("5200000001", request("昨天", null), null, OPERATOR)))
                .isEqualTo("published_invalid");
        assertThat(refusal(() -> articles.revise("1", request(null, null), OPERATOR)))
                .isEqualTo("version_missing");
        assertThat(refusal(() -> articles.push("1", null, null, OPERATOR))).isEqualTo("subtree_missing");
        assertThat(refusal(() -> articles.push("x", new PushRequest(CITY.value(), null), null, OPERATOR)))
                .isEqualTo("article_not_found");
    }

    @Test
    void anArticleIsRevisedPublishedAndWithdrawn() {
        Article draft = group.articles.write(OPERATOR, PROVINCE, SiteGroup.draft("稿"));
        String id = Long.toString(draft.id());
        ArticleView revised = articles.revise(id, request("2017-07-21T08:22:00+08:00", draft.version()), OPERATOR);
        assertThat(revised.published()).isEqualTo(SiteGroup.NOW);
        assertThat(refusal(() -> articles.publish(id, null, OPERATOR))).isEqualTo("article_not_approved");
        assertThat(refusal(() -> articles.submit(id, null, null, OPERATOR))).isEqualTo("version_missing");
        ArticleView submitted =
                articles.submit(id, new SubmissionRequest(revised.version(), "by_hand", null), null, OPERATOR);
        assertThat(submitted.state()).isEqualTo("in_review");
        assertThat(group.desk.approve(draft.id()).state()).isEqualTo(Article.State.APPROVED);
        assertThat(articles.publish(id, null, OPERATOR).state()).isEqualTo("published");
        assertThat(refusal(() -> articles.withdraw(id, null, OPERATOR))).isEqualTo("reason_missing");
        assertThat(articles.withdraw(id, new WithdrawalRequest("有误"), OPERATOR).state())
                .isEqualTo("withdrawn");
    }

    private static ArticleRequest request(String published, Integer version) {
        return new ArticleRequest("标题", "来源", null, "<p>文</p>", "notices", published, null, null, null, null, version);
    }
}
