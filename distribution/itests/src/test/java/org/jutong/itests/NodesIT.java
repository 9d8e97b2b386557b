package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Two nodes on one database: what is done at one is seen at the other, also in pages that it keeps. */
@Tag("database")
class NodesIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SITE = "/sites/" + Province.GUIYANG;
    private static final String BUREAU = "5201000002";

    @Test
    void whatOneNodeChangesTheOtherShows() {
        Assumptions.assumeTrue(Shared.onPostgres(), "the embedded database is one platform's alone");
        Map<String, String> database = Shared.freshPostgres();
        try (Platform one = Platform.start(Shared.folder("node"), database);
                Platform other = Platform.start(Shared.folder("node"), database)) {
            Api admin = one.admin();
            Api visitor = other.api();
            assertThat(visitor.page(SITE + "/").text()).doesNotContain("爽爽贵阳", "贵阳市教育局");

            done(
                    201,
                    admin.post(
                            SITE + "/columns",
                            Map.of("title", "爽爽贵阳", "key", "tourism", "type", "工作动态", "parent", "news", "clock", "")));
            shows(visitor, SITE + "/columns/tourism/", page -> page.status() == 200);
            shows(visitor, SITE + "/", page -> page.text().contains("爽爽贵阳"));

            done(
                    201,
                    admin.post(
                            "/sites",
                            Map.of(
                                    "code", BUREAU,
                                    "name", "贵阳市教育局",
                                    "level", "prefecture",
                                    "kind", "department",
                                    "region", "520100",
                                    "regionName", "贵阳市",
                                    "parent", Province.GUIYANG,
                                    "colour", "blue")));
            shows(visitor, "/sites/" + BUREAU + "/", page -> page.status() == 200);
            shows(visitor, SITE + "/", page -> page.text().contains("贵阳市教育局"));

            done(200, admin.patch(SITE + "/columns/tourism", Map.of("key", "travel", "title", "避暑贵阳")));
            shows(visitor, SITE + "/columns/tourism/", page -> page.status() == 301);
            shows(visitor, SITE + "/", page -> page.text().contains("避暑贵阳"));

            articles(one, other);

            assertThat(visitor.page(SITE + "/plugins/interaction/").status()).isEqualTo(404);
            Province.enrol(one, Province.GUIYANG, "interaction");
            shows(visitor, SITE + "/plugins/interaction/", page -> page.status() == 200);

            Api editor = Province.person(other, "node.editor", "editor", Province.GUIYANG);
            assertThat(editor.get(SITE + "/articles").status()).isEqualTo(200);
            Eventually.holds(SOON, () -> admin.get("/users/node.editor").status() == 200, "the account is known");
            done(200, admin.patch("/users/node.editor", Map.of("disabled", true)));
            Eventually.holds(SOON, () -> editor.get(SITE + "/articles").status() == 401, "the session ends");
            for (Platform node : List.of(one, other)) {
                assertThat(node.complaints()).noneMatch(line -> line.contains(" ERROR "));
            }
        }
    }

    private static void articles(Platform one, Platform other) {
        Api admin = one.admin();
        Api visitor = other.api();
        Api.Answer written = admin.post(SITE + "/articles", Province.draft("两地同步的通知"));
        done(201, written);
        long id = written.json().path("id").asLong();
        done(200, Province.publish(one, admin, id));
        shows(visitor, SITE + "/articles/" + id, page -> page.status() == 200);
        shows(visitor, SITE + "/", page -> page.text().contains("两地同步的通知"));
        String search = "/api/v1/search?q=%E4%B8%A4%E5%9C%B0%E5%90%8C%E6%AD%A5";
        shows(visitor, search, page -> page.text().contains("\"article\":" + id));

        Api asked = other.admin();
        done(200, asked.put("/sites/" + Province.NANMING + "/receiving", Map.of("asks", true, "reason", "先审后用")));
        Api.Answer push = admin.post("/articles/" + id + "/pushes", Map.of("subtree", Province.NANMING));
        done(201, push);
        assertThat(push.json().path("waiting").asInt()).isEqualTo(1);
        String there = "/sites/" + Province.NANMING + "/articles/" + id;
        assertThat(visitor.page(there).status()).isEqualTo(404);
        done(204, asked.post("/sites/" + Province.NANMING + "/waiting/" + id + "/acceptance", Map.of()));
        assertThat(visitor.page(there).status()).isEqualTo(200);
        shows(one.api(), there, page -> page.status() == 200);

        done(200, Province.withdraw(admin, id));
        shows(visitor, there, page -> page.status() == 404);
        shows(visitor, search, page -> !page.text().contains("\"article\":" + id));
    }

    private static void done(int status, Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    private static void shows(Api visitor, String path, Predicate<Api.Answer> wanted) {
        Eventually.holds(SOON, () -> wanted.test(visitor.page(path)), path);
    }
}
