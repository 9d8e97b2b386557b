package org.jutong.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.web.internal.http.PortalAddress.Target;
import org.jutong.web.internal.portal.FeedFormat;

class PortalAddressTest {

    @Test
    void theRootIsTheRootSitesHome() {
        assertThat(PortalAddress.of("/")).isEqualTo(new PortalAddress(false, Optional.empty(), new Target.Home()));
        assertThat(PortalAddress.of("/hant/").traditional()).isTrue();
    }

    @Test
    void namesHomeColumnArticleAndPluginPage() {
        assertThat(target("/")).isEqualTo(new Target.Home());
        assertThat(target("/columns/news/")).isEqualTo(new Target.ColumnList("news"));
        assertThat(target("/articles/12")).isEqualTo(new Target.ArticlePage(12));
        assertThat(target("/plugins/interaction/")).isEqualTo(new Target.PluginPage("interaction", ""));
        assertThat(target("/plugins/interaction/letters/new"))
                .isEqualTo(new Target.PluginPage("interaction", "letters/new"));
    }

    @Test
    void feedsScreenAndArticlesForApplicationsHaveTheirAddresses() {
        assertThat(target("/feed.atom")).isEqualTo(new Target.Feed(Optional.empty(), FeedFormat.ATOM));
        assertThat(target("/columns/news/feed.json")).isEqualTo(new Target.Feed(Optional.of("news"), FeedFormat.JSON));
        assertThat(target("/feed.xml")).isEqualTo(new Target.OldAddress("/feed.xml"));
        assertThat(target("/articles/12.json")).isEqualTo(new Target.ArticleJson(12));
        assertThat(target("/screen")).isEqualTo(new Target.Screen());
    }

    @Test
    void anAddressWithoutItsSlashIsSentOn() {
        assertThat(target("")).isEqualTo(new Target.Slash());
        assertThat(target("/columns/news")).isEqualTo(new Target.Slash());
        assertThat(target("/plugins/interaction")).isEqualTo(new Target.Slash());
    }

    @Test
    void theNoticeOfALinkIsBelowItsArticle() {
        assertThat(target("/articles/12/leave/0123456789abcdef")).isEqualTo(new Target.Leave(12, "0123456789abcdef"));
        assertThat(target("/articles/12/leave/https:%2F%2Fexample.com"))
                .isEqualTo(new Target.OldAddress("/articles/12/leave/https:%2F%2Fexample.com"));
    }

    @Test
    void aFileOfTheSiteIsKnownByItsNumber() {
        assertThat(target("/files/12/a.pdf")).isEqualTo(new Target.SiteFile(12));
        assertThat(target("/files/12/")).isEqualTo(new Target.OldAddress("/files/12/"));
    }

    @Test
    void anythingElseMayBeAnOldAddress() {
        assertThat(target("/x")).isEqualTo(new Target.OldAddress("/x"));
        assertThat(target("/articles/x")).isEqualTo(new Target.OldAddress("/articles/x"));
        assertThat(PortalAddress.of("/art/1.html"))
                .isEqualTo(new PortalAddress(false, Optional.empty(), new Target.OldAddress("/art/1.html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sites/", "/sites", "/hant/sites/"})
    void whatNamesNoSiteIsNoPage(String path) {
        assertThatThrownBy(() -> PortalAddress.of(path))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void aWrongSiteCodeIsNamedAsSuch() {
        assertThatThrownBy(() -> PortalAddress.of("/sites/520100000001/"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_site_code"));
    }

    private static Target target(String below) {
        PortalAddress address = PortalAddress.of("/sites/5201000001" + below);
        assertThat(address.site()).contains(new SiteCode("5201000001"));
        return address.target();
    }
}
