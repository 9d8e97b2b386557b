package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** A platform of its own is stopped, killed and started again; what it acknowledged is there, whole. */
@Tag("database")
class RestartIT {

    private static final String LETTER = "请问办理居住证需要哪些材料呢";

    @Test
    void keepsEverythingOverRestartAndKill() {
        Path data = Shared.folder("restart");
        Map<String, String> database = Shared.onPostgres() ? Shared.freshPostgres() : Map.of();
        String code;
        try (Platform first = Platform.start(data, database)) {
            Province.enrol(first, Province.GUIYANG, "interaction");
            code = first.api()
                    .post(
                            "/plugins/interaction/sites/" + Province.GUIYANG + "/letters",
                            Map.of(
                                    "type", "consultation",
                                    "title", LETTER,
                                    "text", "请告知。",
                                    "name", "李先生",
                                    "contact", "13800000000"))
                    .json()
                    .path("code")
                    .asText();
            assertThat(first.stop()).isZero();
        }
        List<Long> acknowledged = new ArrayList<>();
        Platform second = Platform.start(data, database);
        try {
            assertKept(second, code);
            pushUntilKilled(second, acknowledged);
        } finally {
            second.close();
        }
        try (Platform third = Platform.start(data, database)) {
            assertKept(third, code);
            assertThat(acknowledged).isNotEmpty();
            assertWhole(third, acknowledged);
            assertRecorded(third);
        }
    }

    private static void assertKept(Platform platform, String code) {
        assertThat(Province.sites(platform.api())).hasSize(98);
        assertThat(platform.api()
                        .get("/plugins/interaction/sites/" + Province.GUIYANG + "/letters/by-code/" + code)
                        .text())
                .contains(LETTER);
        assertThat(platform.api()
                        .page("/sites/" + Province.GUIYANG + "/articles/" + Province.article(platform))
                        .status())
                .isEqualTo(200);
    }

    /** Writes, publishes and pushes articles one after another; the kill falls into the middle of a push. */
    private static void pushUntilKilled(Platform platform, List<Long> acknowledged) {
        Api admin = platform.admin();
        List<Api> reviewers = Province.reviewers(platform);
        Thread killer = new Thread(() -> {
            java.util.concurrent.locks.LockSupport.parkNanos(3_000_000_000L);
            platform.kill();
        });
        killer.start();
        try {
            for (int i = 0; i < 10_000; i++) {
                JsonNode article = admin.post(
                                "/sites/" + Province.PROVINCE + "/articles", Province.draft("断电演练稿件第" + i + "号"))
                        .json();
                long id = article.path("id").asLong();
                Province.publish(reviewers, admin, id);
                if (admin.post("/articles/" + id + "/pushes", Map.of("subtree", Province.PROVINCE))
                                .status()
                        == 201) {
                    acknowledged.add(id);
                }
            }
        } catch (java.io.UncheckedIOException e) {
            // the connection broke: the platform is gone, as intended
        }
        try {
            killer.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Every article of the drill is on all 97 other sites or on none; an acknowledged one on all. */
    private static void assertWhole(Platform platform, List<Long> acknowledged) {
        Api admin = platform.admin();
        List<Long> all = new ArrayList<>();
        for (JsonNode article : admin.get("/sites/" + Province.PROVINCE + "/articles?limit=200")
                .json()
                .path("items")) {
            if (article.path("title").asText().startsWith("断电演练")) {
                all.add(article.path("id").asLong());
            }
        }
        List<JsonNode> sites = Province.sites(platform.api());
        List<Long> checked = new ArrayList<>(all.subList(0, Math.min(all.size(), 3)));
        checked.addAll(acknowledged.subList(Math.max(0, acknowledged.size() - 2), acknowledged.size()));
        for (long id : checked) {
            long present = sites.stream()
                    .map(site -> site.path("code").asText())
                    .filter(code -> !code.equals(Province.PROVINCE))
                    .filter(code -> platform.api()
                                    .page("/sites/" + code + "/articles/" + id)
                                    .status()
                            == 200)
                    .count();
            if (acknowledged.contains(id)) {
                assertThat(present).as("article " + id).isEqualTo(97);
            } else {
                assertThat(present).as("article " + id).isIn(0L, 97L);
            }
        }
    }

    /** No change without its entry, although the power went in the middle of one; and the chain is sound. */
    private static void assertRecorded(Platform platform) {
        Api admin = platform.admin();
        JsonNode articles =
                admin.get("/sites/" + Province.PROVINCE + "/articles?limit=200").json();
        for (JsonNode article : articles.path("items")) {
            JsonNode entries = admin.get("/audit?limit=100&object=article:"
                            + article.path("id").asLong())
                    .json();
            List<String> actions = new ArrayList<>();
            entries.path("items")
                    .forEach(entry -> actions.add(entry.path("action").asText()));
            assertThat(actions).as(article.toString()).contains("ARTICLE_WRITE");
            if (article.path("state").asText().equals("published")) {
                assertThat(actions).as(article.toString()).contains("ARTICLE_PUBLISH");
            }
        }
        JsonNode report = admin.post("/audit/verification", Map.of()).json();
        assertThat(report.path("sound").asBoolean()).as(report.toString()).isTrue();
    }
}
