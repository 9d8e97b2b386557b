package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** An article from its draft to readers: three reviews, a time to publish, a correction, a withdrawal. */
@Tag("database")
class ArticleLifeIT {

    private final Platform platform = Shared.platform();
    private final Api admin = platform.admin();

    private long written(String title) {
        Api.Answer answer = admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft(title));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer submit(long id, Map<String, Object> timing) {
        Map<String, Object> request = new java.util.HashMap<>(timing);
        request.put(
                "version", admin.get("/articles/" + id).json().path("version").asInt());
        return admin.post("/articles/" + id + "/submission", request);
    }

    private int page(long id) {
        return platform.api()
                .page("/sites/" + Province.PROVINCE + "/articles/" + id)
                .status();
    }

    @Test
    void nobodyPublishesOrApprovesTheirOwnText() {
        long id = written("自己写的稿件");
        assertThat(admin.post("/articles/" + id + "/publication", Map.of()).code())
                .isEqualTo("article_not_approved");
        assertThat(submit(id, Map.of()).status()).isEqualTo(200);
        Api.Answer own = admin.post("/articles/" + id + "/review", Map.of("decision", "approve", "number", 1));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.code()).isEqualTo("own_text");
        Api.Answer early = admin.post("/articles/" + id + "/publication", Map.of());
        assertThat(early.code()).isEqualTo("article_not_approved");
        assertThat(early.text()).contains("初审");
        assertThat(page(id)).isEqualTo(404);
    }

    @Test
    void aTextIsPublishedWhenItsTimeHasCome() {
        long id = written("定时发布的稿件");
        Api.Answer past = submit(
                id, Map.of("publish", "at", "at", Instant.now().minusSeconds(60).toString()));
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.code()).isEqualTo("schedule_in_the_past");
        List<Api> reviewers = Province.reviewers(platform);
        assertThat(submit(
                                id,
                                Map.of(
                                        "publish",
                                        "at",
                                        "at",
                                        Instant.now().plusSeconds(8).toString()))
                        .status())
                .isEqualTo(200);
        for (Api reviewer : reviewers) {
            assertThat(reviewer.post("/articles/" + id + "/review", Map.of("decision", "approve", "number", 1))
                            .status())
                    .isEqualTo(200);
        }
        Eventually.holds(() -> page(id) == 200, "the time has come");
        assertThat(admin.get("/articles/" + id + "/review")
                        .json()
                        .path("history")
                        .path(0)
                        .path("decision")
                        .asText())
                .isEqualTo("published");
        Province.withdraw(admin, id);
    }

    @Test
    void theShellGoesTheSameWay() {
        long id = written("从命令行送审的稿件");
        assertThat(Shell.run(platform, "article:submit " + id + " --by-hand")).contains("审核中");
        Province.reviewers(platform);
        assertThat(Shell.as(platform, "review.one", Platform.PASSWORD, "article:reviews"))
                .contains(String.valueOf(id));
        for (String reviewer : List.of("review.one", "review.two", "review.three")) {
            assertThat(Shell.as(platform, reviewer, Platform.PASSWORD, "article:approve " + id))
                    .contains("从命令行送审的稿件");
        }
        assertThat(Shell.run(platform, "article:show " + id)).contains("已通过", "review.two");
        assertThat(page(id)).isEqualTo(404);
        assertThat(Shell.run(platform, "article:publish " + id)).contains("已发布");
        assertThat(page(id)).isEqualTo(200);
        assertThat(Shell.run(platform, "article:withdraw " + id + " 演练结束")).contains("已撤下");
        assertThat(page(id)).isEqualTo(404);
    }
}
