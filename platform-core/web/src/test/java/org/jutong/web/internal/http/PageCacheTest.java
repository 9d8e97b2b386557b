package org.jutong.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.SiteCode;
import org.jutong.web.internal.portal.Page;

class PageCacheTest {

    private static final SiteCode GUIYANG = new SiteCode("5201000001");
    private static final int TOGETHER = 4;
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

    @Test
    void requestsAtOnceWaitForTheFirst() throws Exception {
        List<StoredPage> shown = atOnce(() -> page(200, true));
        assertThat(rendered).hasValue(1);
        assertThat(shown).hasSize(TOGETHER).allMatch(page -> page == shown.get(0));
    }

    @Test
    void afterAnErrorEachOfThemRendersItself() throws Exception {
        List<StoredPage> shown = atOnce(() -> page(503, true));
        assertThat(rendered).hasValue(TOGETHER);
        assertThat(shown).doesNotHaveDuplicates();
    }

    @Test
    void aFailureIsThatOfItsOwnRequestAlone() throws Exception {
        AtomicInteger failed = new AtomicInteger();
        List<StoredPage> shown = atOnce(() -> {
            if (failed.getAndIncrement() == 0) {
                throw new IllegalStateException("not this time");
            }
            return page(200, true);
        });
        assertThat(shown).hasSize(TOGETHER - 1).doesNotContainNull();
        get(GUIYANG, 200, true);
        assertThat(failed.get()).isEqualTo(TOGETHER);
    }

    /** What several requests for one page got, all of which came while the first was rendered; without failures. */
    private List<StoredPage> atOnce(Supplier<StoredPage> render) throws Exception {
        List<StoredPage> shown = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Runnable request = () -> {
            try {
                shown.add(cache.get(GUIYANG, "/", () -> {
                    begun.countDown();
                    await(goOn);
                    return render.get();
                }));
            } catch (IllegalStateException e) {
                // a render that fails on purpose: what the others got is looked at
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            Thread thread = new Thread(request);
            threads.add(thread);
            thread.start();
            if (i == 0) {
                await(begun);
            }
        }
        for (Thread thread : threads) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (thread.getState() != Thread.State.WAITING
                    && thread.getState() != Thread.State.TIMED_WAITING
                    && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }
        goOn.countDown();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
        return shown;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void get(SiteCode site, int status, boolean complete) {
        cache.get(site, "/", () -> page(status, complete));
    }

    private StoredPage page(int status, boolean complete) {
        rendered.incrementAndGet();
        return StoredPage.of(new Page(status, "<html></html>", complete));
    }
}
