package org.jutong.web.internal.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.PluginListener;
import org.jutong.runtime.SiteChangeListener;
import org.osgi.service.component.annotations.Component;

/**
 * Rendered pages by address, valid until their site changes. Each site has a generation; a page remembers the one it
 * was rendered under and is used only while that is still the site's. A change therefore drops all pages of a site by
 * adding one to a number, and a page rendered while the change was committed can never be taken for a new one.
 * A plugin that comes or goes changes every site. Requests for the same page that has to be rendered wait for the first
 * of them instead of rendering it once each. Holds at most 32 MB; thread-safe.
 */
@Component(service = {PageCache.class, SiteChangeListener.class, PluginListener.class})
public final class PageCache implements SiteChangeListener, PluginListener {

    private static final long MAX_BYTES = 32L * 1024 * 1024;

    private final Cache<String, Entry> pages = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((String key, Entry entry) -> key.length() * 2 + entry.page.weight())
            .build();
    private final ConcurrentMap<Rendering, CompletableFuture<StoredPage>> underWay = new ConcurrentHashMap<>();
    private final ConcurrentMap<SiteCode, AtomicLong> generations = new ConcurrentHashMap<>();
    private final AtomicLong platform = new AtomicLong();

    /** The page for this key, rendered anew where the site has changed since. Only whole, successful pages are kept. */
    StoredPage get(SiteCode site, String key, Supplier<StoredPage> render) {
        long generation = generation(site);
        Entry known = pages.getIfPresent(key);
        if (known != null && known.generation == generation) {
            return known.page;
        }
        Rendering rendering = new Rendering(key, generation);
        CompletableFuture<StoredPage> own = new CompletableFuture<>();
        CompletableFuture<StoredPage> first = underWay.putIfAbsent(rendering, own);
        if (first != null) {
            StoredPage shared = first.join();
            return shared == null ? render.get() : shared;
        }
        StoredPage lasting = null;
        try {
            StoredPage page = render.get();
            if (page.isLasting()) {
                lasting = page;
                pages.put(key, new Entry(generation, page));
            }
            return page;
        } finally {
            underWay.remove(rendering);
            own.complete(lasting);
        }
    }

    @Override
    public void sitesChanged(Collection<SiteCode> sites) {
        sites.forEach(site ->
                generations.computeIfAbsent(site, any -> new AtomicLong()).incrementAndGet());
    }

    @Override
    public void pluginChanged(String id) {
        platform.incrementAndGet();
    }

    private long generation(SiteCode site) {
        AtomicLong own = generations.get(site);
        return platform.get() + (own == null ? 0 : own.get());
    }

    /** A page being rendered under a generation of its site; its future has null for one that is not kept. */
    private record Rendering(String key, long generation) {}

    private record Entry(long generation, StoredPage page) {}
}
