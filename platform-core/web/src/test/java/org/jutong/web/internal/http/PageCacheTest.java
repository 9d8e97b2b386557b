package org.jutong.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.SiteCode;
import org.jutong.web.internal.portal.Page;

class PageCacheTest {

    private static final SiteCode GUIYANG = new SiteCode("5201000001");
    private static final SiteCode ZUNYI = new SiteCode("5203000001");

    private final PageCache cache = new PageCache();
    private final AtomicInteger rendered = new AtomicInteger();

    @Test
    void rendersOnceUntilItsOwnSiteChanges() {
        get(GUIYANG, 200, true);
        get(GUIYANG, 200, true);
        assertThat(rendered).hasValue(1);

        cache.sitesChanged(List.of(ZUNYI));
        get(GUIYANG, 200, true);
        assertThat(rendered).hasValue(1);

        cache.sitesChanged(List.of(GUIYANG));
        get(GUIYANG, 200, true);
        assertThat(rendered).hasValue(2);
    }

    @Test
    void aPluginThatComesOrGoesChangesEverySite() {
        get(GUIYANG, 200, true);
        cache.pluginChanged("poll");
        get(GUIYANG, 200, true);
        assertThat(rendered).hasValue(2);
    }

    @Test
    void aPageRenderedWhileItsSiteChangedIsNotKept() {
        cache.get(GUIYANG, "/", () -> {
            cache.sitesChanged(List.of(GUIYANG));
            return page(200, true);
        });
        get(GUIYANG, 200, true);
        assertThat(rendered).hasValue(2);
    }

    @Test
    void keepsNeitherErrorsNorPagesWithAGap() {
        get(GUIYANG, 503, true);
        get(GUIYANG, 200, false);
        get(GUIYANG, 200, true);
        assertThat(rendered).hasValue(3);
    }

    private void get(SiteCode site, int status, boolean complete) {
        cache.get(site, "/", () -> page(status, complete));
    }

    private StoredPage page(int status, boolean complete) {
        rendered.incrementAndGet();
        return StoredPage.of(new Page(status, "<html></html>", complete));
    }
}
