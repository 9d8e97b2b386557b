package org.jutong.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Article pages, the requests spread over 1,000 sites, in turn with nginx serving the very same bytes from files. */
final class SpreadBenchmark {

    private static final int SPREAD = 1_000;
    private static final int ROUNDS = 5;
    private static final String WRK = "wrk -t1 -c32 -d5s --latency";

    private final Platform platform;
    private final SiteContent content;

    SpreadBenchmark(Platform platform, SiteContent content) {
        this.platform = platform;
        this.content = content;
    }

    List<Figure> run(String name) throws Exception {
        Path root = Files.createDirectories(Shared.folder("spread"));
        List<String> addresses = new ArrayList<>();
        Api visitor = platform.api();
        long bytes = 0;
        for (int i = 0; i < SPREAD; i++) {
            String address =
                    content.article(content.sites().get(i * content.sites().size() / SPREAD));
            byte[] page = visitor.page(address).text().getBytes(StandardCharsets.UTF_8);
            bytes += page.length;
            Path file = root.resolve(address.substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, page);
            addresses.add(address);
        }
        String wrk = WRK + " -s " + script(root, addresses);
        int port = Platform.freePort();
        Process nginx = LoadTest.nginx(root, port);
        try {
            return figures(name, wrk, "http://127.0.0.1:" + port, bytes / SPREAD);
        } finally {
            nginx.destroy();
            nginx.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private List<Figure> figures(String name, String wrk, String nginx, long size) throws Exception {
        String ours = platform.url().toString();
        for (int i = 0; i < 3; i++) {
            LoadTest.wrk(wrk, ours);
        }
        LoadTest.wrk(wrk, nginx);
        double[] us = new double[ROUNDS];
        double[] them = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        String load = Machine.load();
        for (int i = 0; i < ROUNDS; i++) {
            them[i] = LoadTest.wrk(wrk, nginx).rate();
            LoadTest.Load own = LoadTest.wrk(wrk, ours);
            us[i] = own.rate();
            p99[i] = own.p99();
            ratios[i] = us[i] / them[i];
        }
        String method = WRK + ", one own article of each of " + SPREAD + " sites in turn, " + ROUNDS
                + " rounds in turn with nginx serving the same bytes (" + size
                + " a page) from as many files, after 3 rounds for warming up; medians; " + load;
        return List.of(
                Figure.atLeast(name + "rate / nginx", Samples.median(ratios), "×", 0.5, method),
                Figure.plain(name + "requests a second", Samples.median(us), "1/s", method),
                Figure.plain(name + "nginx, requests a second", Samples.median(them), "1/s", method),
                Figure.plain(name + "p99", Samples.median(p99), "ms", method));
    }

    /** Requests made beforehand, so that the script costs wrk the same for both. */
    private static Path script(Path root, List<String> addresses) throws Exception {
        StringBuilder script = new StringBuilder("local paths = {\n");
        addresses.forEach(address -> script.append('"').append(address).append("\",\n"));
        script.append("""
                }
                local requests, at = {}, 0
                function init(args)
                    for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path) end
                end
                function request()
                    at = at % #requests + 1
                    return requests[at]
                end
                """);
        return Files.writeString(root.resolve("spread.lua"), script);
    }
}
