package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;

/**
 * The seed case at its own scale: 4,596 sites registered beside those of the demonstration province, filled, read,
 * inspected, and 3,677 of them merged into those above them and closed.
 */
final class SitesBenchmark {

    static final int SITES = 4_596;
    static final int CLOSED = 3_677;

    private static final int CALL = 500;

    private final BenchDatabase database;
    private final Consumer<Figure> told;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private double registered;
    private double inspected;
    private double pushed;

    private SitesBenchmark(BenchDatabase database, Consumer<Figure> told) {
        this.database = database;
        this.told = told;
    }

    /** @param told each figure as soon as it is known */
    static List<Figure> run(BenchDatabase database, Consumer<Figure> told) throws Exception {
        return new SitesBenchmark(database, told).measure();
    }

    private List<Figure> measure() throws Exception {
        SiteContent content;
        try (Platform platform = Platform.start(database.data(), database.environment())) {
            register(platform.admin());
            heap(platform);
            content = new SiteContent(platform, codes);
            add(content.fill(name("")));
            new SpreadBenchmark(platform, content)
                    .run(name("article pages of 1,000 sites: "))
                    .forEach(this::add);
            PushBenchmark pushing = new PushBenchmark(platform, content);
            pushing.run(name(""), database.title().equals("Derby")).forEach(this::add);
            pushed = pushing.pushed();
            inspect(platform.admin());
        }
        SiteClosing closing = new SiteClosing(database, codes.subList(0, CLOSED), content);
        closing.run(name("closing: ")).forEach(this::add);
        yardsticks(closing);
        return figures;
    }

    private void add(Figure figure) {
        figures.add(figure);
        told.accept(figure);
    }

    private String name(String what) {
        return database.title() + ", 4,596 sites" + (what.isEmpty() ? "" : ", " + what);
    }

    private void register(Api admin) {
        List<Map<String, Object>> sites = departments(Province.sites(admin));
        String load = Machine.load();
        long start = System.nanoTime();
        for (int from = 0; from < sites.size(); from += CALL) {
            Api.Answer answer = admin.post(
                    "/registrations", Map.of("items", sites.subList(from, Math.min(sites.size(), from + CALL))));
            if (answer.status() != 200) {
                throw new IllegalStateException("Not registered: " + answer.text());
            }
        }
        registered = Samples.secondsSince(start);
        add(Figure.atMost(
                name("registered with their columns"),
                registered,
                "s",
                database.title().equals("Derby") ? 60 : 30,
                "POST /registrations, " + CALL + " sites a call, one call after the other; " + load));
    }

    /** As many departments below each county as it takes; their codes are kept in this order. */
    private List<Map<String, Object>> departments(List<JsonNode> present) {
        Set<String> taken = new HashSet<>();
        present.forEach(site -> taken.add(site.path("code").asText()));
        List<JsonNode> counties = present.stream()
                .filter(site -> site.path("level").asText().equals("county"))
                .toList();
        List<Map<String, Object>> sites = new ArrayList<>();
        for (int number = 2; sites.size() < SITES; number++) {
            for (JsonNode county : counties) {
                String code = county.path("region").asText() + "%04d".formatted(number);
                if (sites.size() < SITES && taken.add(code)) {
                    codes.add(code);
                    sites.add(department(county, code, number));
                }
            }
        }
        return sites;
    }

    private static Map<String, Object> department(JsonNode county, String code, int number) {
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("code", code);
        site.put("name", county.path("regionName").asText() + "部门" + number);
        site.put("level", "county");
        site.put("kind", "department");
        site.put("region", county.path("region").asText());
        site.put("regionName", county.path("regionName").asText());
        site.put("parent", county.path("code").asText());
        site.put("colour", "blue");
        return site;
    }

    private void heap(Platform platform) throws Exception {
        double live = LiveHeap.of(platform.java().pid());
        double empty = EmptyKaraf.like(platform).heap();
        String method = LiveHeap.METHOD + "; idle after the registration; an empty Karaf (framework, jaas, shell, ssh)"
                + " with the same flags: " + Math.round(empty) + " MB";
        add(Figure.atMost(name("live heap, idle"), live, "MB", 400, method));
        add(Figure.plain(name("live heap / empty Karaf"), live / empty, "×", method));
    }

    private void inspect(Api admin) {
        String load = Machine.load();
        long start = System.nanoTime();
        JsonNode end = LongWork.of(admin, admin.post("/inspections", Map.of())).await();
        inspected = Samples.secondsSince(start);
        if (end.path("done").asInt() < SITES) {
            throw new IllegalStateException("Not all were inspected: " + end);
        }
        add(Figure.atMost(name("inspected"), inspected, "s", 60, "POST /inspections until its task is done; " + load));
    }

    /** What bare JDBC takes for the rows that the platform stored, measured while no platform runs. */
    private void yardsticks(SiteClosing closing) throws Exception {
        String departments = " IN (SELECT CODE FROM SG_SITE WHERE KIND = 'DEPARTMENT')";
        Map<String, String> registration = new LinkedHashMap<>();
        registration.put("SG_SITE", "KIND = 'DEPARTMENT'");
        registration.put("SG_COLUMN", "SITE" + departments);
        registration.put("SG_STEP", "KIND = 'REGISTER' AND SITE" + departments);
        registration.put("AUDIT_ENTRY", "ACTION_NAME = 'SITE_REGISTER' AND SITE" + departments);
        ratio("registered", registered, registration, SITES / CALL + 1);
        ratio(
                "inspected",
                inspected,
                Map.of("SG_INSPECTION", "1 = 1", "SG_INSPECTION_REPORT", "1 = 1"),
                (SITES + 98) / 200 + 1);
        String all = "ARTICLE IN (SELECT ID FROM SG_ARTICLE WHERE TITLE LIKE '" + SiteContent.PROVINCIAL + "%')";
        ratio(
                "pushed (about as many placements, of five articles, after the closing)",
                pushed,
                Map.of("SG_PLACEMENT", all),
                1);
        Map<String, String> end = new LinkedHashMap<>();
        end.put("SG_STEP", "KIND IN ('MERGE', 'CONTENT_MOVED', 'APPROVE', 'CLOSE') AND SITE" + departments);
        end.put("SG_PLACEMENT", "ARTICLE IN (SELECT ID FROM SG_ARTICLE WHERE TITLE LIKE '" + SiteContent.OWN + "%')");
        end.put("SG_TASK_LINE", "1 = 1");
        end.put("AUDIT_ENTRY", "ACTION_NAME IN ('SITE_MERGE', 'SITE_APPROVE', 'SITE_CLOSE') AND SITE" + departments);
        ratio("closed", closing.seconds(), end, closing.transactions());
    }

    private void ratio(String what, double ours, Map<String, String> rows, int commits) throws Exception {
        double bare = database.bare(connection -> new TwinTables(connection).store(rows, commits));
        String method = "yardstick: the rows that were stored for it (" + String.join(", ", rows.keySet())
                + ") by bare JDBC batches into tables with the same columns and indexes, " + commits + " commits: "
                + Math.round(bare * 100) / 100.0 + " s; " + Machine.load();
        add(Figure.plain(name(what + " / bare JDBC"), ours / bare, "×", method));
    }
}
