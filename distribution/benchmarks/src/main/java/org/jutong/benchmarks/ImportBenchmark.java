package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** An old site of 10,000 pages as a zip, handed in and imported into the site of the province. */
final class ImportBenchmark {

    private static final int PAGES = 10_000;
    private static final int LOT = 100;

    private final BenchDatabase database;
    private final OldPages old = new OldPages(PAGES);

    private ImportBenchmark(BenchDatabase database) {
        this.database = database;
    }

    static List<Figure> run(BenchDatabase database) throws Exception {
        return new ImportBenchmark(database).measure();
    }

    private List<Figure> measure() throws Exception {
        String what = database.title() + ", import of 10,000 pages: ";
        List<Figure> figures = new ArrayList<>();
        byte[] archive = archive();
        double took;
        String load;
        try (Platform platform = Platform.start(database.data(), database.environment())) {
            Api admin = platform.admin();
            double before = LiveHeap.of(platform.java().pid());
            load = Machine.load();
            LongWork work = start(admin, archive);
            long start = System.nanoTime();
            work.await(PAGES / 2);
            long pause = System.nanoTime();
            double during = LiveHeap.of(platform.java().pid());
            double paused = Samples.secondsSince(pause);
            requireAll(work);
            took = Samples.secondsSince(start) - paused;
            double after = LiveHeap.of(platform.java().pid());
            String heap = LiveHeap.METHOD + "; before " + Math.round(before) + " MB, after " + Math.round(after)
                    + " MB; the machine may take 512 MB (-Xmx512m)";
            figures.add(Figure.plain(what + "live heap in the middle", during, "MB", heap));
        }
        String method = "zip of " + (archive.length >> 20) + " MB handed in by REST; from the start of the task to its"
                + " end, with unpacking and links, without the collection for the heap in between; " + load;
        figures.add(0, Figure.atLeast(what + "pages a second", PAGES / took, "1/s", 300, method));
        double parse = parse();
        double rows = database.bare(connection -> new TwinTables(connection).store(rows(), PAGES / LOT));
        String yardstick = "yardstick: jsoup alone reads the same pages (decode, parse, three selectors) in "
                + rounded(parse) + " s on one core, bare JDBC stores the same rows (" + LOT + " pages a commit) in "
                + rounded(rows) + " s; their sum; " + Machine.load();
        figures.add(
                Figure.plain(what + "jsoup and bare JDBC, pages a second", PAGES / (parse + rows), "1/s", yardstick));
        figures.add(Figure.plain(what + "rate / yardstick", (parse + rows) / took, "×", yardstick));
        return figures;
    }

    private byte[] archive() throws IOException {
        Path file = Files.createDirectories(Shared.folder("old-site")).resolve("old.zip");
        old.zip(file);
        return Files.readAllBytes(file);
    }

    private static LongWork start(Api admin, byte[] archive) {
        String imports = "/sites/" + Province.PROVINCE + "/imports";
        Api.Answer kept =
                admin.call("POST", "/api/v1" + imports + "/archives?name=old.zip", archive, "application/zip");
        if (kept.status() != 201) {
            throw new IllegalStateException("Not kept: " + kept.text());
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("archive", kept.json().path("id").asLong());
        request.put("mapping", OldPages.MAPPING);
        request.put("dryRun", false);
        return LongWork.of(admin, admin.post(imports, request));
    }

    private static void requireAll(LongWork work) {
        JsonNode end = work.await();
        JsonNode skipped =
                work.by().get(work.path() + "/lines?outcome=skipped&limit=1").json();
        if (end.path("done").asInt() != PAGES || !skipped.path("items").isEmpty()) {
            throw new IllegalStateException("Not all pages were imported: " + end + skipped);
        }
    }

    private double parse() {
        AtomicLong words = new AtomicLong();
        AtomicLong nanos = new AtomicLong();
        AtomicLong number = new AtomicLong();
        old.each((path, content) -> {
            if (OldPages.isPage(path)) {
                Charset charset = OldPages.charset((int) number.getAndIncrement());
                long start = System.nanoTime();
                Document page = Jsoup.parse(new String(content, charset));
                for (String place : List.of("h1", ".info", "#zoom")) {
                    words.addAndGet(page.selectFirst(place).text().length());
                }
                nanos.addAndGet(System.nanoTime() - start);
            }
        });
        if (words.get() == 0) {
            throw new IllegalStateException("The pages say nothing");
        }
        return nanos.get() / 1e9;
    }

    private static Map<String, String> rows() {
        String imported = "SELECT ARTICLE FROM SG_IMPORTED WHERE ARTICLE IS NOT NULL";
        String files = "SELECT FILE_ID FROM SG_IMPORTED WHERE FILE_ID IS NOT NULL";
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("SG_ARTICLE", "ID IN (" + imported + ")");
        rows.put("SG_PLACEMENT", "ARTICLE IN (" + imported + ")");
        rows.put("SG_BLOB", "SHA256 IN (SELECT SHA256 FROM SG_FILE WHERE ID IN (" + files + "))");
        rows.put("SG_FILE", "ID IN (" + files + ")");
        rows.put("SG_IMPORTED", "1 = 1");
        rows.put("SG_TASK_LINE", "1 = 1");
        return rows;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
