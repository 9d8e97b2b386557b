package org.jutong.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;

/** Facts of the demonstration province that tests share. */
public final class Province {

    public static final String PROVINCE = "5200000001";
    public static final String GUIYANG = "5201000001";
    public static final String ZUNYI = "5203000001";
    public static final String NANMING = "5201020001";

    private Province() {}

    /** All sites, page by page. */
    public static List<JsonNode> sites(Api api) {
        List<JsonNode> sites = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.get("/sites?limit=50" + after).json();
            page.path("items").forEach(sites::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        return sites;
    }

    /** The number of the imported article. */
    public static long article(Platform platform) {
        for (JsonNode article : platform.admin()
                .get("/sites/" + PROVINCE + "/articles?limit=200")
                .json()
                .path("items")) {
            if (article.path("title").asText().contains("集约化建设工作情况")) {
                return article.path("id").asLong();
            }
        }
        throw new AssertionError("The province's article is missing");
    }

    /** Makes sure that the site has the plugin in force, through the catalog. */
    public static void enrol(Platform platform, String site, String plugin) {
        Api admin = platform.admin();
        Api.Answer order = admin.post("/orders", Map.of("site", site, "plugin", plugin));
        if (order.status() == 201) {
            Api.Answer approval =
                    admin.post("/orders/" + order.json().path("id").asLong() + "/approval", Map.of());
            if (approval.status() != 200) {
                throw new AssertionError("Approval failed: " + approval.text());
            }
        } else if (!order.code().equals("already_enrolled")) {
            throw new AssertionError("Order failed: " + order.text());
        }
    }

    /** Makes sure that there is an account with this role on this site, and signs in with it. */
    public static Api person(Platform platform, String username, String role, String site) {
        Api.Answer created = platform.admin()
                .post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "displayName",
                                username,
                                "password",
                                Platform.PASSWORD,
                                "keepPassword",
                                true,
                                "grants",
                                List.of(Map.of("role", role, "site", site))));
        if (created.status() != 201 && created.status() != 409) {
            throw new AssertionError("No account " + username + ": " + created.text());
        }
        return platform.api().signIn(username, Platform.PASSWORD);
    }

    /** Three people who may review anything on any site. */
    public static List<Api> reviewers(Platform platform) {
        return Stream.of("review.one", "review.two", "review.three")
                .map(name -> person(platform, name, "site-owner", PROVINCE))
                .toList();
    }

    /** Submits what this editor wrote and has three people approve it; the answer to the last approval, or a refusal. */
    public static Api.Answer publish(Platform platform, Api editor, long article) {
        return publish(reviewers(platform), editor, article);
    }

    /** {@link #publish(Platform, Api, long)} with reviewers that are signed in. */
    public static Api.Answer publish(List<Api> reviewers, Api editor, long article) {
        String path = "/articles/" + article;
        JsonNode written = editor.get(path).json();
        Api.Answer answer = editor.post(
                path + "/submission", Map.of("version", written.path("version").asInt()));
        if (answer.status() != 200) {
            return answer;
        }
        int number = editor.get(path + "/review").json().path("number").asInt();
        for (Api reviewer : reviewers) {
            answer = reviewer.post(path + "/review", Map.of("decision", "approve", "number", number));
            if (answer.status() != 200) {
                return answer;
            }
        }
        return answer;
    }

    /** Takes the article off every site. */
    public static Api.Answer withdraw(Api editor, long article) {
        return editor.post("/articles/" + article + "/withdrawal", Map.of("reason", "演练结束"));
    }

    /** A draft that the platform accepts. */
    public static Map<String, Object> draft(String title) {
        return Map.of("title", title, "source", "本站", "author", "", "body", "<p>正文。</p>", "column", column());
    }

    private static String column() {
        return "notices";
    }
}
