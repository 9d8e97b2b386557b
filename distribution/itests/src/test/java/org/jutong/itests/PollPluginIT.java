package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** A third party's bundle comes into the running platform, serves one site, and goes, while another site is read. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PollPluginIT {

    private static final String SITE = "5204000001";
    private static final Path POLL = Path.of(System.getProperty("jutong.poll"));

    private final Platform platform = Shared.platform();
    private final Api visitor = platform.api();
    private final Api admin = platform.admin();

    @Test
    @Order(1)
    void comesServesAndGoesWithoutAFailedRequestElsewhere() throws Exception {
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger served = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread reader = new Thread(() -> {
            while (running.get()) {
                boolean page = visitor.page("/sites/" + Province.ZUNYI + "/").status() == 200;
                boolean rest = visitor.get("/sites/" + Province.ZUNYI).status() == 200;
                (page && rest ? served : failed).incrementAndGet();
            }
        });
        reader.start();
        try {
            assertThat(visitor.get("/offerings/poll").status()).isEqualTo(404);
            drop();
            Eventually.holds(() -> state().equals("installed"), "listed before it starts");

            Province.enrol(platform, SITE, "poll");
            assertThat(state()).isEqualTo("active");
            assertThat(visitor.page("/sites/" + SITE + "/").text()).contains("plugins/poll");
            assertThat(visitor.get("/plugins/poll/sites/" + SITE + "/poll").status())
                    .isEqualTo(200);
            assertThat(visitor.get("/plugins/poll/sites/" + Province.ZUNYI + "/poll")
                            .code())
                    .isEqualTo("plugin_not_enabled");
            assertThat(visitor.page("/api/openapi.json").text()).contains("/api/v1/plugins/poll/sites/");
            assertThat(Shell.run(platform, "poll:show " + SITE)).doesNotContain("Error", "Command not found");

            Api.Answer refused = admin.delete("/offerings/poll");
            assertThat(refused.code()).isIn("plugin_in_use", "plugin_holds_data");
            assertThat(admin.delete("/offerings/poll?keepData=true").status()).isEqualTo(204);
            assertThat(state()).isEqualTo("missing");
            Eventually.holds(
                    () -> visitor.get("/plugins/poll/sites/" + SITE + "/poll").status() == 404, "withdrawn");
            assertThat(visitor.page("/sites/" + SITE + "/").text()).doesNotContain("plugins/poll");
            assertThat(platform.data().resolve("plugins/poll.jar")).doesNotExist();

            drop();
            Eventually.holds(
                    () -> visitor.get("/plugins/poll/sites/" + SITE + "/poll").status() == 200,
                    "back with its enrolment after it was dropped in again");
        } finally {
            running.set(false);
            reader.join();
        }
        assertThat(failed.get()).isZero();
        assertThat(served.get()).isPositive();
    }

    @Test
    @Order(2)
    void aVoteIsCountedOnItsSiteAlone() throws Exception {
        if (visitor.get("/offerings/poll").status() == 404
                || !Files.exists(platform.data().resolve("plugins/poll.jar"))) {
            drop();
            Eventually.holds(() -> visitor.get("/offerings/poll").status() == 200, "listed");
        }
        Province.enrol(platform, "5205000001", "poll");
        Province.enrol(platform, "5206000001", "poll");
        String site = "/plugins/poll/sites/5205000001/poll";
        assertThat(admin.put(site, Map.of("question", "您对本站满意吗？", "choices", java.util.List.of("满意", "不满意")))
                        .status())
                .isBetween(200, 204);
        JsonNode before = visitor.get(site).json();
        assertThat(visitor.post(site + "/votes", Map.of("choice", 1)).status()).isBetween(200, 204);

        assertThat(visitor.get(site).json()).isNotEqualTo(before);
        assertThat(visitor.get("/plugins/poll/sites/5206000001/poll").text()).doesNotContain("您对本站满意吗");
    }

    private void drop() throws Exception {
        Path folder = Files.createDirectories(platform.data().resolve("plugins"));
        Path part = Files.copy(POLL, platform.data().resolve("poll.part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, folder.resolve("poll.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private String state() {
        return visitor.get("/offerings/poll").json().path("state").asText();
    }
}
