package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;

/** The static tree of the demonstration province, beside writing the same files from memory. */
final class TreeBenchmark {

    private static final int UNCHANGED_RUNS = 4;
    private static final String METHOD = "demonstration province, both scripts, plain and compressed, all processors; ";

    private final Api admin;
    private final Path tree;

    TreeBenchmark(Platform platform) {
        this.admin = platform.admin();
        this.tree = platform.data().resolve("tree");
    }

    List<Figure> run() throws IOException {
        JsonNode first = publish();
        JsonNode unchanged = publish();
        for (int i = 1; i < UNCHANGED_RUNS; i++) {
            unchanged = publish();
        }
        forget();
        JsonNode whole = publish();
        int pages = whole.path("pages").asInt();
        return List.of(
                Figure.plain("static tree: pages", pages, "", METHOD + "pages of 98 sites"),
                Figure.plain(
                        "static tree: pages a second, first run", rate(first), "1/s", METHOD + "just after the start"),
                Figure.atLeast(
                        "static tree: pages a second, all written",
                        rate(whole),
                        "1/s",
                        1500,
                        METHOD + "after " + (UNCHANGED_RUNS + 1) + " runs, the books deleted"),
                Figure.plain(
                        "static tree: pages a second, unchanged",
                        rate(unchanged),
                        "1/s",
                        METHOD + "run " + (UNCHANGED_RUNS + 1)),
                Figure.atMost(
                        "static tree: pages written by an unchanged run",
                        unchanged.path("written").asInt(),
                        "",
                        0,
                        METHOD + "run " + (UNCHANGED_RUNS + 1)),
                Figure.plain(
                        "static tree: the same pages written from memory, a second",
                        pages / yardstick(),
                        "1/s",
                        "each file with its compressed one into new folders, one thread, nothing rendered"));
    }

    private JsonNode publish() {
        Api.Answer begun = admin.post("/publication", Map.of());
        if (begun.status() != 202) {
            throw new IllegalStateException(begun.text());
        }
        Eventually.holds(
                Duration.ofMinutes(10),
                () -> admin.get("/publication").json().path("phase").asText().equals("idle"),
                "the run is over");
        return admin.get("/publication").json().path("lastRun");
    }

    private static double rate(JsonNode run) {
        return run.path("pages").asInt() / run.path("seconds").asDouble();
    }

    /** As if no page had ever been written. */
    private void forget() throws IOException {
        try (Stream<Path> books = Files.list(tree.resolve(".book"))) {
            for (Path book : books.filter(each -> !each.endsWith("shared")).toList()) {
                Files.delete(book);
            }
        }
    }

    /** Seconds. */
    private double yardstick() throws IOException {
        Path www = tree.resolve("www");
        Path copy = tree.resolveSibling("tree-yardstick");
        List<Path> files;
        try (Stream<Path> all = Files.walk(www)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        long spent = 0;
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            Path target = copy.resolve(www.relativize(file));
            long begun = System.nanoTime();
            Files.createDirectories(target.getParent());
            Files.write(target, content);
            spent += System.nanoTime() - begun;
        }
        return spent / 1e9;
    }
}
