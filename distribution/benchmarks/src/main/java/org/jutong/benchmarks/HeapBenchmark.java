package org.jutong.benchmarks;

import java.nio.charset.StandardCharsets;
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
        Process histogram =
                new ProcessBuilder("jcmd", String.valueOf(platform.java().pid()), "GC.class_histogram").start();
        String output = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String total = output.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output));
        double megabytes = Long.parseLong(total.strip().split("\\s+")[2]) / 1024.0 / 1024.0;
        return List.of(Figure.atMost(
                "heap: live after full GC, 98 sites, caches warm",
                megabytes,
                "MB",
                200,
                "jcmd GC.class_histogram, which collects first; all home pages and articles read once"));
    }
}
