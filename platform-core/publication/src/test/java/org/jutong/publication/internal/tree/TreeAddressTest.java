package org.jutong.publication.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.SiteCode;

class TreeAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/sites/5200000001/, sites/5200000001/index.html",
        "/hant/sites/5200000001/, hant/sites/5200000001/index.html",
        "/sites/5200000001/columns/news/, sites/5200000001/columns/news/index.html",
        "/sites/5200000001/columns/news/?page=2, sites/5200000001/columns/news/page-2.html",
        "/sites/5200000001/articles/17, sites/5200000001/articles/17.html",
        "/sites/5200000001/articles/17/leave/0123456789abcdef,"
                + " sites/5200000001/articles/17/leave/0123456789abcdef.html",
        "/sites/5200000001/files/9/%E8%A1%A8.PDF, sites/5200000001/files/9.PDF",
        "/sites/5200000001/files/9/noname, sites/5200000001/files/9.bin",
        "/sites/5200000001/files/9/x.%70df, sites/5200000001/files/9.bin",
        "/sites/5200000001/files/abcdefghijklmnopqrstuvwxyz-480.png,"
                + " sites/5200000001/files/abcdefghijklmnopqrstuvwxyz-480.png",
        "/sites/5200000001/feed.atom, sites/5200000001/feed.atom",
        "/hant/sites/5200000001/columns/news/feed.json, hant/sites/5200000001/columns/news/feed.json",
        "/assets/0a1b/portal.css, assets/0a1b/portal.css"
    })
    void eachPageHasAFile(String address, String file) {
        assertThat(TreeAddress.of(address)).map(TreeAddress::file).contains(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sites/5200000001/search",
                "/sites/5200000001/account/",
                "/sites/5200000001/plugins/interaction/",
                "/sites/5200000001/columns/news/?page=1",
                "/sites/5200000001/columns/news/?page=0",
                "/sites/5200000001/columns/../",
                "/sites/../../etc/",
                "/sites/5200000001/feed.atom?page=2",
                "/assets/0a/../../x",
                "/assets/0a/..",
                "/console/",
                "//elsewhere/sites/5200000001/"
            })
    void whatIsMadeForEachReaderOrLeadsOutHasNone(String address) {
        assertThat(TreeAddress.of(address)).isEmpty();
    }

    @Test
    void linksAreThoseOfTheSiteAndSharedOnes() {
        String html = "<a href=\"/sites/5200000001/articles/1#top\"> <a href=\"/sites/5201000001/articles/2\">"
                + " <img src=\"/sites/5201000001/files/3/a.png\" srcset=\"/sites/5201000001/files/4/b.png 480w,"
                + " /sites/5201000001/files/5/c.png 960w\"> <a href=\"https://example.cn/\">"
                + " <a href=\"/sites/5200000001/columns/news/?page=2&amp;x=1\">";
        assertThat(TreeAddress.links(html, new SiteCode("5200000001")))
                .containsExactlyInAnyOrder(
                        "/sites/5200000001/articles/1",
                        "/sites/5201000001/files/3/a.png",
                        "/sites/5201000001/files/4/b.png",
                        "/sites/5201000001/files/5/c.png");
    }
}
