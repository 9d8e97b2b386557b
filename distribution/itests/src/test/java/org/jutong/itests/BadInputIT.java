package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** What is wrong is refused with a word on what is wrong, and nothing of it stays. */
@Tag("database")
class BadInputIT {

    private static final String ARTICLES = "/sites/" + Province.PROVINCE + "/articles";
    private static final String LETTERS = "/plugins/interaction/sites/" + Province.GUIYANG + "/letters";

    private final Platform platform = Shared.platform();
    private final Api visitor = platform.api();
    private final Api admin = platform.admin();

    @AfterEach
    void nothingIsLoggedAboveWarn() {
        assertThat(platform.complaints()).noneMatch(line -> line.contains(" ERROR "));
    }

    @Test
    void unknownSitesColumnsPluginsAndPagesAreNotFound() {
        expect(visitor.get("/sites/5299990001"), 404, "site_not_found");
        expect(visitor.get("/sites/520000000001"), 400, "invalid_site_code");
        expect(visitor.get("/offerings/nothing"), 404, "plugin_not_found");
        expect(visitor.get("/plugins/nothing/sites/" + Province.GUIYANG + "/x"), 404, "plugin_not_found");
        expect(visitor.get("/nothing"), 404, "page_not_found");
        assertThat(visitor.page("/sites/" + Province.GUIYANG + "/columns/nothing/")
                        .status())
                .isEqualTo(404);
        assertThat(visitor.page("/sites/" + Province.GUIYANG + "/articles/999999")
                        .status())
                .isEqualTo(404);
        assertThat(visitor.page("/sites/5299990001/").status()).isEqualTo(404);
        assertThat(visitor.page("/nothing").status()).isEqualTo(404);
        expect(admin.post("/orders", Map.of("site", Province.GUIYANG, "plugin", "nothing")), 404, "plugin_not_found");
    }

    @Test
    void malformedOrIncompleteDraftsAreRefusedAndNotStored() {
        int before = count();
        expect(admin.raw("POST", ARTICLES, "{\"title\":"), 400, "malformed_json");
        expect(admin.raw("POST", ARTICLES, "{\"titel\":\"x\"}"), 400, "field_not_understood");
        expect(admin.post(ARTICLES, with("title", "")), 400, "title_missing");
        expect(admin.post(ARTICLES, with("title", "长".repeat(201))), 400, "title_too_long");
        expect(admin.post(ARTICLES, with("source", "")), 400, "source_missing");
        expect(admin.post(ARTICLES, with("body", "")), 400, "body_missing");
        expect(admin.post(ARTICLES, with("body", "字".repeat(200_001))), 400, "body_too_long");
        expect(admin.post(ARTICLES, with("column", "nothing")), 404, "column_not_found");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void scriptInABodyIsTakenOut() {
        String body = "<p onclick=\"alert(1)\">正文</p><script>alert(2)</script><a href=\"javascript:alert(3)\">x</a>"
                + "<img src=x onerror=alert(4)>";
        Api.Answer written = admin.post(ARTICLES, with("body", body));
        assertThat(written.status()).as(written.text()).isEqualTo(201);
        long id = written.json().path("id").asLong();
        Province.publish(platform, admin, id);

        assertThat(visitor.page("/sites/" + Province.PROVINCE + "/articles/" + id)
                        .text())
                .contains("正文")
                .doesNotContain("alert(", "onclick", "onerror", "javascript:");
        Province.withdraw(admin, id);
    }

    @Test
    void lettersOutOfBoundsAreRefused() {
        Province.enrol(platform, Province.GUIYANG, "interaction");
        expect(visitor.post(LETTERS, letter("title", "短")), 400, "letter_title_length");
        Api.Answer huge = visitor.post(LETTERS, letter("text", "字".repeat(700_000)));
        expect(huge, 413, "body_too_large");
        assertThat(visitor.post(LETTERS, letter("text", "字".repeat(601)))
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("text");
        assertThat(visitor.post(LETTERS, letter("type", "poem"))
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("type");
        expect(
                visitor.post(
                        "/plugins/interaction/sites/" + Province.ZUNYI + "/letters", letter("title", "请问这里能不能写信呢谢谢")),
                404,
                "plugin_not_enabled");
    }

    @Test
    void nobodyActsWithoutTheRight() {
        expect(
                visitor.post("/orders", Map.of("site", Province.GUIYANG, "plugin", "interaction")),
                401,
                "not_signed_in");
        expect(visitor.post(ARTICLES, with("title", "标题")), 401, "not_signed_in");
        Api editor = Province.person(platform, "nanming.editor", "editor", Province.NANMING);
        expect(editor.post("/orders", Map.of("site", Province.NANMING, "plugin", "interaction")), 403, null);
        expect(editor.post(ARTICLES, with("title", "标题")), 403, "forbidden");
        expect(editor.get(LETTERS), 403, "forbidden");
    }

    @Test
    void aForeignOriginAndAMissingTokenAreRefused() throws Exception {
        var client = java.net.http.HttpClient.newHttpClient();
        var foreign = client.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(platform.url() + "/api/v1/session"))
                        .header("Origin", "https://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("wrong_origin");
        expect(admin.withoutToken().post(ARTICLES, with("title", "标题")), 403, "csrf_token_missing");
    }

    @Test
    void repeatedWrongPasswordsAreThrottled() {
        Api.Answer last = null;
        for (int i = 0; i < 6; i++) {
            last = visitor.post("/session", Map.of("username", "nobody.here", "password", "wrong password " + i));
        }
        expect(last, 429, "too_many_attempts");
        assertThat(last.header("Retry-After")).matches("\\d+");
    }

    private int count() {
        return admin.get(ARTICLES + "?limit=200").json().path("items").size();
    }

    private static Map<String, Object> with(String field, String value) {
        Map<String, Object> draft = new HashMap<>(Province.draft("一个标题"));
        draft.put(field, value);
        return draft;
    }

    private static Map<String, Object> letter(String field, String value) {
        Map<String, Object> letter = new HashMap<>(Map.of(
                "type", "consultation",
                "title", "请问办理居住证需要哪些材料呢",
                "text", "请告知。",
                "name", "李先生",
                "contact", "13800000000"));
        letter.put(field, value);
        return letter;
    }

    private static void expect(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("title").asText()).isNotEmpty().doesNotStartWith("problem.");
        if (code != null) {
            assertThat(answer.code()).isEqualTo(code);
        }
    }
}
