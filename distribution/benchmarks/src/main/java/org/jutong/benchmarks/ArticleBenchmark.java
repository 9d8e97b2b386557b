package org.jutong.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** The article page against nginx serving the same bytes from a file; wrk, one thread, 32 connections, in turn. */
final class ArticleBenchmark {

    private static final int ROUNDS = 5;
    private static final String WRK = "wrk -t1 -c32 -d6s --latency";

    private final Platform platform;

    ArticleBenchmark(Platform platform) {
        this.platform = platform;
    }

    List<Figure> run() throws Exception {
        String path = "/sites/" + Province.GUIYANG + "/articles/" + Province.article(platform);
        String page = platform.api().page(path).text();
        Path root = Files.createDirectories(Shared.folder("nginx"));
        Files.writeString(root.resolve("article.html"), page);
        int port = Platform.freePort();
        Process nginx = LoadTest.nginx(root, port);
        try {
            String ours = platform.url() + path;
            String theirs = "http://127.0.0.1:" + port + "/article.html";
            for (int i = 0; i < 3; i++) {
                LoadTest.wrk(WRK, ours);
            }
            LoadTest.wrk(WRK, theirs);
            List<LoadTest.Load> us = new ArrayList<>();
            List<LoadTest.Load> them = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                them.add(LoadTest.wrk(WRK, theirs));
                us.add(LoadTest.wrk(WRK, ours));
            }
            return figures(us, them, page.getBytes(StandardCharsets.UTF_8).length);
        } finally {
            nginx.destroy();
            nginx.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static List<Figure> figures(List<LoadTest.Load> us, List<LoadTest.Load> them, int size) {
        String method = WRK + ", " + ROUNDS + " rounds in turn with nginx serving the same " + size
                + " bytes from a file, after 3 warm-up rounds; medians";
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = us.get(i).rate() / them.get(i).rate();
        }
        return List.of(
                Figure.plain("article page: requests a second", median(us, LoadTest.Load::rate), "1/s", method),
                Figure.plain(
                        "article page: nginx, requests a second", median(them, LoadTest.Load::rate), "1/s", method),
                Figure.plain("article page: p50", median(us, LoadTest.Load::p50), "ms", method),
                Figure.plain("article page: p99", median(us, LoadTest.Load::p99), "ms", method),
                Figure.plain("article page: nginx p50", median(them, LoadTest.Load::p50), "ms", method),
                Figure.plain("article page: nginx p99", median(them, LoadTest.Load::p99), "ms", method),
                Figure.atLeast("article page: rate / nginx", Samples.median(ratios), "×", 0.5, method));
    }

    private static double median(List<LoadTest.Load> loads, java.util.function.ToDoubleFunction<LoadTest.Load> figure) {
        return Samples.median(loads.stream().mapToDouble(figure).toArray());
    }
}
