package org.jutong.benchmarks;

import java.util.List;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;

/** Live heap after a full collection, with every site's home page and article read once before. */
final class HeapBenchmark {

    private HeapBenchmark() {}

    static List<Figure> run(Platform platform) throws Exception {
        Api visitor = platform.api();
        long article = Province.article(platform);
        Province.sites(visitor).forEach(site -> {
            String base = "/sites/" + site.path("code").asText();
            visitor.page(base + "/");
            visitor.page(base + "/articles/" + article);
        });
        return List.of(Figure.atMost(
                "heap: live after full GC, 98 sites, caches warm",
                LiveHeap.of(platform.java().pid()),
                "MB",
                200,
                LiveHeap.METHOD + "; all home pages and articles read once"));
    }
}
