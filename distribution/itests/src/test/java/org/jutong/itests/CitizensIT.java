package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Api.Answer;
import org.jutong.itests.platform.Outbox;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Citizens over REST: their accounts, and that they are told of each time staff see who they are. */
class CitizensIT {

    private static final String PASSWORD = "a long walk in the rain";
    private static final String NAME = "欧阳春晓";
    private static final String LETTERS = "/plugins/interaction/sites/" + Province.ZUNYI + "/letters";

    private final Platform platform = Shared.platform();

    @BeforeEach
    void enrol() {
        Province.enrol(platform, Province.ZUNYI, "interaction");
    }

    private Api citizen(String mobile) {
        Answer asked = platform.api().post("/citizens", Map.of("mobile", mobile, "name", NAME, "password", PASSWORD));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.json().path("trial").asBoolean()).isTrue();
        Answer opened = platform.api()
                .post(
                        "/citizens/verification",
                        Map.of(
                                "ticket", asked.json().path("ticket").asText(),
                                "code", Outbox.code(platform, mobile)));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.text()).doesNotContain(mobile);
        return platform.api().signIn(mobile, PASSWORD);
    }

    private Answer send(Api by, String mobile) {
        return by.post(
                LETTERS,
                Map.of(
                        "type", "help",
                        "title", "请问老旧小区加装电梯怎样申请",
                        "text", "我们这栋楼有七层，想加装电梯。",
                        "name", NAME,
                        "contact", mobile));
    }

    private static List<JsonNode> looks(Api citizen) {
        List<JsonNode> looks = new ArrayList<>();
        citizen.get("/accesses?limit=200").json().path("items").forEach(looks::add);
        return looks;
    }

    @Test
    void aNumberThatIsKnownIsAnsweredLikeAnyOther() {
        citizen("13810000001");
        waitAMinuteFor("13810000001");

        Answer known = platform.api().post("/citizens/recovery", Map.of("mobile", "13810000002"));
        assertThat(known.status()).isEqualTo(202);
        assertThat(Outbox.last(platform, "13810000002")).contains("尚未注册");
        Answer soon = platform.api().post("/citizens/recovery", Map.of("mobile", "13810000002"));
        assertThat(soon.status()).isEqualTo(429);
        assertThat(soon.header("Retry-After")).isNotEmpty();
    }

    private void waitAMinuteFor(String mobile) {
        Answer soon = platform.api().post("/citizens", Map.of("mobile", mobile, "name", NAME, "password", PASSWORD));
        assertThat(soon.status()).as("known and unknown numbers wait alike").isEqualTo(429);
    }

    @Test
    void aCitizenIsNoStaff() {
        Api citizen = citizen("13810000003");

        JsonNode session = citizen.get("/session").json();
        assertThat(session.path("kind").asText()).isEqualTo("citizen");
        assertThat(session.path("permissions")).isEmpty();
        assertThat(citizen.get("/users").status()).isEqualTo(403);
        assertThat(citizen.get("/citizens").status()).isEqualTo(403);
        assertThat(citizen.get(LETTERS).status()).isEqualTo(403);
        assertThat(citizen.get(LETTERS + "/mine").status()).isEqualTo(200);
        assertThat(platform.api().get("/accesses").status()).isEqualTo(401);
    }

    @Test
    void whateverRouteShowsStaffWhoACitizenIsLeavesANote() {
        String mobile = "13810000004";
        Api citizen = citizen(mobile);
        assertThat(send(citizen, mobile).status()).isEqualTo(201);
        assertThat(send(platform.api(), mobile).status())
                .as("not signed in, same number")
                .isEqualTo(201);
        Api editor = Province.person(platform, "zunyi.notes", "editor", Province.ZUNYI);
        List<Long> ids = new ArrayList<>();
        editor.get(LETTERS + "?limit=2")
                .json()
                .path("items")
                .forEach(letter -> ids.add(letter.path("id").asLong()));
        assertThat(ids).hasSize(2);

        JsonNode paths = platform.api().page("/api/openapi.json").json().path("paths");
        List<String> tried = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            if (path.contains("/plugins/interaction/")) {
                paths.path(path).fieldNames().forEachRemaining(method -> {
                    for (long id : ids) {
                        tried.add(check(citizen, editor, method.toUpperCase(), path, id, mobile));
                    }
                });
            }
        });

        assertThat(tried).hasSizeGreaterThanOrEqualTo(14);
        assertThat(tried).filteredOn(line -> line.endsWith("shown")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(looks(citizen).get(0).path("unit").asText()).isNotBlank();
        assertThat(looks(citizen).get(0).path("service").asText()).isEqualTo("政民互动");
        assertThat(looks(citizen))
                .extracting(look -> look.path("purpose").asText())
                .contains("办理来信", "答复来信", "公开来信");
    }

    private String check(Api citizen, Api editor, String method, String path, long id, String mobile) {
        int before = looks(citizen).size();
        String address = path.replaceFirst("^/api/v1", "")
                .replace("{site}", Province.ZUNYI)
                .replace("{id}", Long.toString(id))
                .replace("{code}", "0000000000");
        Map<String, String> body = Map.of("text", "已经转给住建部门办理。");
        Answer answer = switch (method) {
            case "GET" -> editor.get(address);
            case "PUT" -> editor.put(address, body);
            case "POST" -> editor.post(address, body);
            default -> editor.delete(address);
        };
        boolean shown = answer.text().contains(mobile) || answer.text().contains(NAME);
        int notes = looks(citizen).size() - before;
        assertThat(notes).as(method + " " + address + " " + answer.status()).isEqualTo(shown ? 1 : 0);
        return method + " " + address + (shown ? " shown" : "");
    }

    @Test
    void aDeferralWithholdsWhatIsLookedAtMeanwhile() {
        String mobile = "13810000005";
        Api citizen = citizen(mobile);
        send(citizen, mobile);
        Api editor = Province.person(platform, "zunyi.notes", "editor", Province.ZUNYI);
        long id = editor.get(LETTERS + "?limit=1")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asLong();
        Answer set = platform.admin()
                .post(
                        "/accesses/deferrals",
                        Map.of(
                                "mobile",
                                mobile,
                                "until",
                                OffsetDateTime.now().plus(Duration.ofDays(1)).toString(),
                                "basis",
                                "《刑事诉讼法》第一百五十二条，黔公（2026）17 号"));
        assertThat(set.status()).as(set.text()).isEqualTo(201);

        editor.get(LETTERS + "/" + id);
        assertThat(looks(citizen)).isEmpty();
        assertThat(editor.get("/accesses/deferrals").status()).isEqualTo(403);
        assertThat(platform.admin()
                        .delete("/accesses/deferrals/" + set.json().path("id").asLong())
                        .status())
                .isEqualTo(204);

        assertThat(looks(citizen)).hasSize(1);
    }

    @Test
    void staffSeeCitizensMaskedBarThemAndCheckRealNames() {
        String mobile = "13810000006";
        Api citizen = citizen(mobile);
        Api admin = platform.admin();
        Answer found = admin.get("/citizens?q=" + mobile);
        JsonNode item = found.json().path("items").get(0);
        assertThat(found.text()).doesNotContain(mobile).doesNotContain(NAME).contains("138****0006");

        Answer checked = admin.put(
                "/citizens/" + item.path("id").asLong() + "/real-name", Map.of("idNumber", "11010519491231002X"));
        assertThat(checked.json().path("assurance").asInt()).as(checked.text()).isEqualTo(2);
        assertThat(checked.text()).doesNotContain("11010519491231002X");
        assertThat(admin.patch("/citizens/" + item.path("id").asLong(), Map.of("disabled", true))
                        .status())
                .isEqualTo(200);
        assertThat(citizen.get("/accesses").status()).isEqualTo(401);
    }
}
