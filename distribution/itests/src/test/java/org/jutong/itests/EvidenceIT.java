package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** What people find on a site, over REST and at the shell, and what the inspection makes of it. */
@Tag("database")
class EvidenceIT {

    private static final String SITE = "5203030001";
    private static final String EVIDENCE = "/sites/" + SITE + "/evidence";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Platform platform = Shared.hunted();
    private final Api admin = platform.admin();

    @Test
    void whatPeopleFindDecidesTheVetoesUntilItIsTakenBack() {
        assertThat(state("safety")).isEqualTo("unknown");
        assertThat(state("unreachable")).isEqualTo("unknown");
        assertThat(state("services")).isEqualTo("unknown");
        for (String about : List.of("safety", "services", "home-dead-links", "other-dead-links")) {
            recorded("nothing", Map.of("about", about), "");
        }
        List<Map<String, Object>> week = new ArrayList<>();
        for (int back = 1; back <= 7; back++) {
            week.add(Map.of("day", TODAY.minusDays(back).toString(), "total", 100, "slow", 5));
        }
        JsonNode visits = recorded("visits", Map.of("days", week), "");
        assertThat(state("safety")).isEqualTo("clear");
        assertThat(state("services")).isEqualTo("clear");
        assertThat(state("unreachable")).isEqualTo("hit");
        String one = EVIDENCE + "/" + visits.path("id").asText();
        assertThat(admin.delete(one).code()).isEqualTo("reason_missing");
        assertThat(admin.delete(one + "?reason=remeasured").status()).isEqualTo(200);
        assertThat(admin.delete(one + "?reason=again").code()).isEqualTo("evidence_taken_back");
        assertThat(state("unreachable")).isEqualTo("unknown");
        atTheShell();
    }

    private void atTheShell() {
        String said = Shell.run(
                platform, "column:evidence-add " + SITE + " incident " + TODAY + " --sort attack --words \"首页被改\"");
        assertThat(said).contains("被攻击：首页被改");
        assertThat(state("safety")).isEqualTo("hit");
        assertThat(Shell.run(platform, "column:evidence " + SITE)).contains("首页被改", "已检查“安全、泄密");
        JsonNode newest = admin.get(EVIDENCE).json().path("items").path(0);
        assertThat(newest.path("says").asText()).isEqualTo("被攻击：首页被改");
        assertThat(Shell.run(
                        platform,
                        "column:evidence-remove " + SITE + " "
                                + newest.path("id").asText() + " --reason 已恢复"))
                .contains("已恢复");
        assertThat(state("safety")).isEqualTo("clear");
    }

    @Test
    void aDocumentGoesWithItAndWhatMakesNoSenseIsRefused() {
        Api.Answer file = admin.call(
                "POST", "/api/v1/files?name=report.txt", "监测报告".getBytes(StandardCharsets.UTF_8), "text/plain");
        Map<String, Object> given = new LinkedHashMap<>(Map.of(
                "kind",
                "dead-link",
                "day",
                TODAY.toString(),
                "facts",
                Map.of("address", "javascript:alert(1)", "home", true)));
        assertThat(admin.post(EVIDENCE, given).code()).isEqualTo("address_invalid");
        given.put("facts", Map.of("address", "/old/1.html", "home", true));
        given.put("document", file.json().path("id").asLong());
        Api.Answer made = admin.post(EVIDENCE, given);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Api.Answer saved = admin.get(EVIDENCE + "/" + made.json().path("id").asText() + "/document");
        assertThat(saved.text()).isEqualTo("监测报告");
        assertThat(saved.header("Content-Disposition")).startsWith("attachment");
        assertThat(platform.api().get(EVIDENCE).status()).isEqualTo(401);
        assertThat(admin.post(EVIDENCE, Map.of()).code()).isEqualTo("evidence_kind_unknown");
        JsonNode rules = admin.get("/inspections/evidence-rules").json();
        assertThat(rules.path("kinds")).hasSize(9);
        assertThat(rules.path("subjects").path(0).path("title").asText()).isEqualTo("安全、泄密事故等严重问题");
    }

    private JsonNode recorded(String kind, Map<String, Object> facts, String words) {
        Api.Answer made =
                admin.post(EVIDENCE, Map.of("kind", kind, "day", TODAY.toString(), "facts", facts, "words", words));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private String state(String veto) {
        Api.Answer inspected = admin.post("/sites/" + SITE + "/inspection", Map.of());
        assertThat(inspected.status()).as(inspected.text()).isEqualTo(200);
        for (JsonNode each : inspected.json().path("vetoes")) {
            if (each.path("kind").asText().equals(veto)) {
                return each.path("state").asText();
            }
        }
        throw new AssertionError("There is no veto " + veto);
    }
}
