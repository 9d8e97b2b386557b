package org.jutong.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** From approval to a page, and from one article to 97 sites; beside each a bare JDBC transaction of the same rows. */
final class ChainBenchmark {

    private static final int ROUNDS = 15;

    private ChainBenchmark() {}

    static List<Figure> approvals(Platform platform) throws SQLException {
        Api admin = platform.admin();
        Api visitor = platform.api();
        List<JsonNode> sites = Province.sites(visitor);
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            String site = sites.get(20 + i).path("code").asText();
            long order = admin.post("/orders", Map.of("site", site, "plugin", "interaction"))
                    .json()
                    .path("id")
                    .asLong();
            long start = System.nanoTime();
            int status = admin.post("/orders/" + order + "/approval", Map.of()).status();
            while (visitor.page("/sites/" + site + "/plugins/interaction/").status() != 200) {
                if (status != 200 || Samples.secondsSince(start) > 30) {
                    throw new IllegalStateException("No page after approval of order " + order);
                }
            }
            seconds[i] = Samples.secondsSince(start);
        }
        String method = "approval sent to first 200 of the plugin's page, " + ROUNDS + " sites one after another";
        double bare = bareInsert(2);
        return List.of(
                Figure.atMost("approved to visible: median", Samples.median(seconds), "s", 1, method),
                Figure.atMost("approved to visible: worst", Samples.worst(seconds), "s", 1, method),
                Figure.plain(
                        "approved to visible: median / bare JDBC commit",
                        Samples.median(seconds) / bare,
                        "×",
                        "yardstick: one Derby transaction of 2 rows over bare JDBC in the same run"));
    }

    static List<Figure> pushes(Platform platform) throws SQLException {
        Api admin = platform.admin();
        List<Api> reviewers = Province.reviewers(platform);
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long id = admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft("推送测速稿件第" + i + "号"))
                    .json()
                    .path("id")
                    .asLong();
            Province.publish(reviewers, admin, id);
            long start = System.nanoTime();
            Api.Answer pushed = admin.post("/articles/" + id + "/pushes", Map.of("subtree", Province.PROVINCE));
            seconds[i] = Samples.secondsSince(start);
            if (pushed.json().path("placed").asInt() != 97) {
                throw new IllegalStateException("Not on 97 sites: " + pushed.text());
            }
            Province.withdraw(admin, id);
        }
        double bare = bareInsert(97);
        String method = "REST request to answer, 97 placements committed, " + ROUNDS + " articles one after another";
        return List.of(
                Figure.atMost("push to 97 sites: median", Samples.median(seconds), "s", 1, method),
                Figure.atMost("push to 97 sites: worst", Samples.worst(seconds), "s", 1, method),
                Figure.plain(
                        "push to 97 sites: median / bare JDBC batch",
                        Samples.median(seconds) / bare,
                        "×",
                        "yardstick: one Derby transaction of 97 batched rows over bare JDBC in the same run"));
    }

    private static double bareInsert(int rows) throws SQLException {
        Path folder = Shared.folder("bare");
        double[] seconds = new double[ROUNDS];
        try (Connection connection = DriverManager.getConnection("jdbc:derby:" + folder + ";create=true")) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("CREATE TABLE T (ID BIGINT PRIMARY KEY, SITE CHAR(10), C VARCHAR(60), PLACED TIMESTAMP)");
            connection.commit();
            long id = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO T VALUES (?, '5201000001', 'news', CURRENT_TIMESTAMP)")) {
                    for (int row = 0; row < rows; row++) {
                        insert.setLong(1, id++);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
                seconds[i] = Samples.secondsSince(start);
            }
        }
        return Samples.median(seconds);
    }
}
