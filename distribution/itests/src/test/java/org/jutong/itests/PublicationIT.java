package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** The static tree: it follows what is published and withdrawn, finds what somebody else wrote into it, and nginx serves it. */
class PublicationIT {

    private static final Duration RUN = Duration.ofMinutes(3);
    /** A site to which no test gives a plugin. */
    private static final String UNCONNECTED = "5227320001";

    private final Platform platform = Shared.platform();
    private final Api admin = platform.admin();
    private final Path tree = platform.data().resolve("tree");

    @BeforeEach
    void follow() {
        assertThat(admin.put("/publication", Map.of("following", true)).status())
                .isEqualTo(200);
        idle();
    }

    @AfterEach
    void stand() {
        admin.put("/publication", Map.of("following", false));
    }

    private JsonNode idle() {
        Eventually.holds(
                RUN,
                () -> admin.get("/publication").json().path("phase").asText().equals("idle"),
                "the tree is at rest");
        return admin.get("/publication").json();
    }

    private Path page(long article) {
        return tree.resolve("www/sites/" + Province.PROVINCE + "/articles/" + article + ".html");
    }

    @Test
    void whatIsPublishedAndWithdrawnIsSoInTheTreeWithinSeconds() throws IOException {
        long id = admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft("静态发布的稿件"))
                .json()
                .path("id")
                .asLong();
        assertThat(Province.publish(platform, admin, id).status()).isEqualTo(200);
        Eventually.holds(() -> Files.exists(page(id)), "the article is in the tree");
        assertThat(Files.readString(page(id))).contains("静态发布的稿件").doesNotContain("/console/");
        Province.withdraw(admin, id);
        Eventually.holds(() -> !Files.exists(page(id)), "the article left the tree");
    }

    @Test
    void whatSomebodyElseWroteIsFoundAndPutRight() throws IOException {
        Path home = tree.resolve("www/sites/" + Province.ZUNYI + "/index.html");
        String right = Files.readString(home);
        Files.writeString(home, "<p>defaced", StandardOpenOption.APPEND);
        Files.writeString(tree.resolve("www/shell.php"), "<?php");
        assertThat(Shell.run(platform, "publication:verify")).contains("index.html", "shell.php", "2处不符");
        assertThat(admin.post("/publication/repair", Map.of()).status()).isEqualTo(202);
        assertThat(idle().path("lastCheck").path("sound").asBoolean()).isTrue();
        assertThat(Files.readString(home)).isEqualTo(right);
        assertThat(tree.resolve("www/shell.php")).doesNotExist();
    }

    @Test
    void nginxServesTheTreeAndPassesOnWhatPluginsAnswerAlone() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/nginx")),
                "PublicationIT NOT RUN with nginx: apt-get install nginx-light");
        Province.enrol(platform, Province.GUIYANG, "interaction");
        String backend = "127.0.0.1:" + platform.url().getPort();
        String written = admin.get("/publication/nginx?backend=" + backend).text();
        try (Nginx nginx = new Nginx(written)) {
            HttpResponse<String> home = nginx.get("/sites/" + Province.GUIYANG + "/");
            assertThat(home.statusCode()).isEqualTo(200);
            Api.Answer portal = platform.api().page("/sites/" + Province.GUIYANG + "/");
            for (String header : new String[] {
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "Referrer-Policy",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Resource-Policy"
            }) {
                assertThat(home.headers().allValues(header)).as(header).containsExactly(portal.header(header));
            }
            assertThat(nginx.get("/").body()).contains(Province.PROVINCE);
            assertThat(nginx.get("/hant/sites/" + Province.GUIYANG + "/").body())
                    .contains("zh-Hant");
            assertThat(nginx.get("/sites/" + Province.GUIYANG + "/nothing").statusCode())
                    .isEqualTo(404);
            assertThat(nginx.get("/sites/" + Province.GUIYANG + "/search?q=a").statusCode())
                    .isEqualTo(200);
            assertThat(nginx.get("/sites/" + Province.GUIYANG + "/plugins/interaction/")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(nginx.get("/sites/" + UNCONNECTED + "/plugins/interaction/")
                            .statusCode())
                    .isEqualTo(404);
            for (String inside : new String[] {
                "/console/",
                "/api/v1/session",
                "/api/v1/publication",
                "/api/openapi.json",
                "/health/ready",
                "/api/v1/plugins/interaction/sites/" + Province.GUIYANG + "/../../../../session"
            }) {
                HttpResponse<String> answer = nginx.get(inside);
                assertThat(answer.statusCode()).as(inside).isEqualTo(404);
                assertThat(answer.body()).as(inside).contains("</html>");
            }
        }
    }

    /** nginx with this file included, on a port of its own. */
    private static final class Nginx implements AutoCloseable {

        private final int port = Platform.freePort();
        private final Process process;

        Nginx(String written) throws IOException {
            Path folder = Files.createDirectories(Shared.folder("nginx"));
            Files.writeString(
                    folder.resolve("tree.conf"), written.replace("listen 80;", "listen 127.0.0.1:" + port + ";"));
            Files.writeString(
                    folder.resolve("nginx.conf"),
                    "user %2$s; daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log; events {}%nhttp { access_log off; include %1$s/tree.conf; }%n"
                            .formatted(folder, System.getProperty("user.name")));
            process = new ProcessBuilder("/usr/sbin/nginx", "-c", folder + "/nginx.conf", "-e", folder + "/error.log")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
            Eventually.holds(this::answers, "nginx answers; see " + folder);
        }

        private boolean answers() {
            try {
                return get("/").statusCode() > 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
