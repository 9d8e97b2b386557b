package org.jutong.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jutong.itests.platform.Platform;

/**
 * Process start to first portal 200 on a data folder that has been started before, against an empty Karaf of the same
 * version, with the JVM flags of the platform's own process, from process start to its open SSH port. In turn.
 */
final class BootBenchmark {

    private static final int ROUNDS = 5;

    private final Path data;

    BootBenchmark(Path data) {
        this.data = data;
    }

    List<Figure> run() throws Exception {
        long start = System.nanoTime();
        EmptyKaraf karaf;
        double first;
        Platform fresh = Platform.start(data, Map.of());
        try {
            first = Samples.secondsSince(start);
            awaitClassArchive();
        } finally {
            fresh.close();
        }
        try (Platform again = Platform.start(data, Map.of())) {
            karaf = EmptyKaraf.like(again);
        }
        karaf.boot();
        double[] ours = new double[ROUNDS];
        double[] empty = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            empty[i] = karaf.boot();
            ours[i] = portal();
            ratios[i] = ours[i] / empty[i];
        }
        String method = "process start to first portal 200, data folder started before; yardstick: empty Karaf, same"
                + " version (framework, jaas, shell, ssh) and JVM flags, process start to open SSH port; " + ROUNDS
                + " rounds in turn, medians";
        return List.of(
                Figure.plain("boot: first start, 98 sites loaded", first, "s", "process start to the launcher's word"),
                Figure.plain("boot: later start", Samples.median(ours), "s", method),
                Figure.plain("boot: empty Karaf", Samples.median(empty), "s", method),
                Figure.atMost("boot: later start / empty Karaf", Samples.median(ratios), "×", 3, method));
    }

    /** The first start makes the class data archive in the background; later starts are measured with it. */
    private void awaitClassArchive() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!Files.exists(data.resolve("cache/classes.jsa"))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No class data archive after two minutes");
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private double portal() throws Exception {
        int port = Platform.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Platform.launcher().toString(),
                        "--demo",
                        "--port",
                        String.valueOf(port),
                        "--ssh-port",
                        String.valueOf(Platform.freePort()),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest home = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            EmptyKaraf.await(process, () -> {
                try {
                    return client.send(home, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
                } catch (IOException e) {
                    return false;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            return Samples.secondsSince(start);
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }
}
