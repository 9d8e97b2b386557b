package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;

/** The lists of a first-level column and of one below it on a site that has 100,000 articles, from both ends. */
final class ListsBenchmark {

    private static final int ARTICLES = 100_000;
    private static final long FIRST_ID = 10_000_000;
    private static final int BATCH = 1_000;
    private static final int LINES = 20;
    private static final int WARM_UP = 20;
    private static final int CALLS = 200;
    private static final int CHANGES = 20;
    private static final String COLUMN = "notices";

    private final BenchDatabase database;
    private final List<Figure> figures = new ArrayList<>();

    private ListsBenchmark(BenchDatabase database) {
        this.database = database;
    }

    static List<Figure> run(BenchDatabase database) throws Exception {
        return new ListsBenchmark(database).measure();
    }

    private List<Figure> measure() throws Exception {
        long template;
        try (Platform platform = Platform.start(database.data(), database.environment())) {
            template =
                    SiteContent.publish(platform.admin(), Province.reviewers(platform), Province.PROVINCE, "关于一项工作的通知");
        }
        long from = template;
        database.bare(connection -> multiply(connection, from));
        double bare = database.bare(ListsBenchmark::bareRange);
        try (Platform platform = Platform.start(database.data(), database.environment())) {
            Api visitor = platform.api();
            String above = above(visitor);
            for (String column : List.of(COLUMN, above)) {
                int pages = pages(visitor, column);
                String what = column.equals(COLUMN) ? "one column" : "a first-level column";
                page(visitor, what + ", first page", column, 1, bare);
                page(visitor, what + ", last page", column, pages, bare);
                page(visitor, what + ", middle page", column, pages / 2, bare);
            }
            afterChange(platform, above);
        }
        return figures;
    }

    private void page(Api visitor, String what, String column, int page, double bare) {
        double[] portal = new double[CALLS];
        for (int i = -WARM_UP; i < CALLS; i++) {
            double took = timed(visitor, address(column, page));
            if (i >= 0) {
                portal[i] = took;
            }
        }
        double p95 = p95(portal);
        String method = "portal page of " + LINES + " lines, " + CALLS + " requests one after the other after "
                + WARM_UP + "; " + ARTICLES + " articles, 80 in 100 in " + COLUMN + "; " + Machine.load();
        String name = database.title() + ", 100,000 articles, " + what;
        figures.add(
                what.contains("middle")
                        ? Figure.plain(name + ", p95", p95, "ms", method)
                        : Figure.atMost(name + ", p95", p95, "ms", 50, method));
        figures.add(Figure.plain(
                name + ", p95 / bare JDBC",
                p95 / bare,
                "×",
                "yardstick: p95 of the newest " + LINES
                        + " lines of the column by bare JDBC on one range of its index: "
                        + Math.round(bare * 1000) / 1000.0 + " ms"));
    }

    /** The first reader after a change counts anew. */
    private void afterChange(Platform platform, String column) throws Exception {
        Api admin = platform.admin();
        List<Api> reviewers = Province.reviewers(platform);
        double[] first = new double[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            SiteContent.publish(admin, reviewers, Province.PROVINCE, "又一项通知" + i);
            first[i] = timed(platform.api(), address(column, 1));
        }
        figures.add(Figure.plain(
                database.title() + ", 100,000 articles, first page right after a change, median",
                Samples.median(first),
                "ms",
                "the first request after each of " + CHANGES + " publications on the site, which counts anew; "
                        + Machine.load()));
    }

    private static double timed(Api visitor, String address) {
        long start = System.nanoTime();
        Api.Answer answer = visitor.page(address);
        double took = Samples.secondsSince(start) * 1000;
        if (answer.status() != 200) {
            throw new IllegalStateException(address + ": " + answer.status());
        }
        return took;
    }

    private static String address(String column, int page) {
        return "/sites/" + Province.PROVINCE + "/columns/" + column + "/" + (page == 1 ? "" : "?page=" + page);
    }

    private static double p95(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    private static String above(Api visitor) {
        for (JsonNode column :
                visitor.get("/sites/" + Province.PROVINCE + "/columns").json().path("items")) {
            if (column.path("key").asText().equals(COLUMN)) {
                return column.path("parent").asText();
            }
        }
        throw new IllegalStateException("No column " + COLUMN);
    }

    /** The last page that is there, found by halving. */
    private static int pages(Api visitor, String column) {
        int there = 1;
        int gone = ARTICLES / LINES * 2;
        while (gone - there > 1) {
            int middle = (there + gone) / 2;
            if (visitor.page(address(column, middle)).status() == 200) {
                there = middle;
            } else {
                gone = middle;
            }
        }
        return there;
    }

    /** The rows of one article and its placement, so many times, spread over years and three columns. */
    private static Void multiply(Connection connection, long template) throws SQLException {
        connection.setAutoCommit(false);
        copies(connection, "SG_ARTICLE", "ID", template);
        copies(connection, "SG_PLACEMENT", "ARTICLE", template);
        connection.commit();
        connection.setAutoCommit(true);
        if (connection.getMetaData().getURL().startsWith("jdbc:postgresql")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE SG_PLACEMENT");
            }
        }
        return null;
    }

    private static void copies(Connection connection, String table, String id, long template) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT * FROM " + table + " WHERE " + id + " = " + template)) {
            found.next();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                String name = found.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
                row.put(name, name.equals("BODY") ? found.getString(i) : found.getObject(i));
            }
        }
        String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
        String sql = "INSERT INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int n = 0; n < ARTICLES; n++) {
                Map<String, Object> copy = new LinkedHashMap<>(row);
                copy.put(id, FIRST_ID + n);
                copy.put("TITLE", "关于第" + n + "项工作的通知");
                copy.put(
                        "PUBLISHED",
                        Timestamp.valueOf("2010-01-01 00:00:00")
                                .toLocalDateTime()
                                .plusMinutes(n * 7919L % ARTICLES * 60));
                copy.put("COL_KEY", n % 10 == 0 ? "meetings" : n % 10 == 1 ? "policies" : COLUMN);
                if (copy.containsKey("IDEMPOTENCY_KEY")) {
                    copy.put("IDEMPOTENCY_KEY", null);
                }
                int at = 1;
                for (Object value : copy.values()) {
                    insert.setObject(at++, value instanceof LocalDateTime time ? Timestamp.valueOf(time) : value);
                }
                insert.addBatch();
                if ((n + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
        }
    }

    /** Milliseconds, p95. */
    private static double bareRange(Connection connection) throws SQLException {
        double[] took = new double[CALLS];
        String sql = "SELECT ARTICLE, TITLE, PUBLISHED FROM SG_PLACEMENT WHERE SITE = ? AND COL_KEY = ?"
                + " ORDER BY PUBLISHED DESC, ARTICLE DESC FETCH FIRST " + LINES + " ROWS ONLY";
        for (int i = -WARM_UP; i < CALLS; i++) {
            long start = System.nanoTime();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setString(1, Province.PROVINCE);
                read.setString(2, COLUMN);
                try (ResultSet found = read.executeQuery()) {
                    while (found.next()) {
                        found.getString(2);
                    }
                }
            }
            if (i >= 0) {
                took[i] = Samples.secondsSince(start) * 1000;
            }
        }
        return p95(took);
    }
}
