package org.jutong.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** The article page against nginx serving the same bytes from a file; wrk, one thread, 32 connections, in turn. */
final class ArticleBenchmark {

    private static final int ROUNDS = 5;
    private static final String WRK = "wrk -t1 -c32 -d6s --latency ";

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
        Process nginx = nginx(root, port);
        try {
            String ours = platform.url() + path;
            String theirs = "http://127.0.0.1:" + port + "/article.html";
            for (int i = 0; i < 3; i++) {
                wrk(ours);
            }
            wrk(theirs);
            List<Load> us = new ArrayList<>();
            List<Load> them = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                them.add(wrk(theirs));
                us.add(wrk(ours));
            }
            return figures(us, them, page.getBytes(StandardCharsets.UTF_8).length);
        } finally {
            nginx.destroy();
            nginx.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static List<Figure> figures(List<Load> us, List<Load> them, int size) {
        String method = WRK.strip() + ", " + ROUNDS + " rounds in turn with nginx serving the same " + size
                + " bytes from a file, after 3 warm-up rounds; medians";
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = us.get(i).rate() / them.get(i).rate();
        }
        return List.of(
                Figure.plain("article page: requests a second", median(us, Load::rate), "1/s", method),
                Figure.plain("article page: nginx, requests a second", median(them, Load::rate), "1/s", method),
                Figure.plain("article page: p50", median(us, Load::p50), "ms", method),
                Figure.plain("article page: p99", median(us, Load::p99), "ms", method),
                Figure.plain("article page: nginx p50", median(them, Load::p50), "ms", method),
                Figure.plain("article page: nginx p99", median(them, Load::p99), "ms", method),
                Figure.atLeast("article page: rate / nginx", Samples.median(ratios), "×", 0.5, method));
    }

    private static double median(List<Load> loads, java.util.function.ToDoubleFunction<Load> figure) {
        return Samples.median(loads.stream().mapToDouble(figure).toArray());
    }

    private static Process nginx(Path root, int port) throws Exception {
        Path configuration = root.resolve("nginx.conf");
        Files.writeString(configuration, """
                user %3$s; daemon off; worker_processes 1; pid %1$s/nginx.pid; error_log %1$s/error.log;
                events { worker_connections 256; }
                http { access_log off; default_type text/html; client_body_temp_path %1$s/b; proxy_temp_path %1$s/p;
                fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                server { listen 127.0.0.1:%2$d; root %1$s; } }
                """.formatted(root, port, System.getProperty("user.name")));
        return new ProcessBuilder("nginx", "-c", configuration.toString(), "-e", root + "/error.log")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Load wrk(String url) throws Exception {
        List<String> command = new ArrayList<>(List.of(WRK.strip().split(" ")));
        command.add(url);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IllegalStateException("wrk failed: " + output);
        }
        return new Load(
                number(output, "Requests/sec:\\s+([\\d.]+)()"),
                number(output, "50%\\s+([\\d.]+)(us|ms|s)"),
                number(output, "99%\\s+([\\d.]+)(us|ms|s)"));
    }

    private static double number(String output, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(output);
        if (!match.find()) {
            throw new IllegalStateException(output);
        }
        double value = Double.parseDouble(match.group(1));
        return switch (match.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }

    private record Load(double rate, double p50, double p99) {}
}
