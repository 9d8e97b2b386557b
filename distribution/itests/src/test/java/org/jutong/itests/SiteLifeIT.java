package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** A department's site, from the application to the notice that it will close, by the offices of three levels. */
@Tag("database")
class SiteLifeIT {

    private static final String COUNTY = "5201150001";
    private static final String SITE = "5201150002";
    private static final Map<String, Object> WHY = Map.of("reason", "依申请");

    private final Platform platform = Shared.hunted();
    private final Api visitor = platform.api();
    private final Api county = Province.person(platform, "life.county", "local-administrator", COUNTY);
    private final Api city = Province.person(platform, "life.city", "local-administrator", Province.GUIYANG);
    private final Api province = Province.person(platform, "life.province", "operator", Province.PROVINCE);

    @Test
    void opensIsClosedForAWhileAndGoesByTheRules() throws IOException {
        apply();
        prepare();
        serve();
        pause();
        leave();
    }

    private void apply() {
        Map<String, Object> site = new LinkedHashMap<>(Map.of(
                "code", SITE,
                "name", "观山湖区教育局",
                "level", "county",
                "kind", "department",
                "region", "520115",
                "regionName", "观山湖区",
                "parent", COUNTY,
                "colour", "blue"));
        Api applicant = Province.person(platform, "life.applicant", "local-administrator", COUNTY);
        Api.Answer file = applicant.call(
                "POST", "/api/v1/files?name=request.txt", "关于开设网站的请示".getBytes(StandardCharsets.UTF_8), "text/plain");
        assertThat(file.status()).as(file.text()).isEqualTo(201);
        Api.Answer applied = applicant.post(
                "/applications",
                Map.of(
                        "site",
                        site,
                        "reason",
                        "新设部门",
                        "documents",
                        List.of(file.json().path("id").asLong())));
        assertThat(applied.status()).as(applied.text()).isEqualTo(201);
        assertThat(applied.json().path("state").asText()).isEqualTo("applied");
        assertThat(visitor.page("/sites/" + SITE + "/").status()).isEqualTo(404);
        assertThat(applicant.post("/sites/" + SITE + "/approvals", WHY).code()).isEqualTo("own_application");
        assertThat(province.post("/sites/" + SITE + "/opening", WHY).code()).isEqualTo("site_not_preparing");
        for (Api office : List.of(county, city, province)) {
            Api.Answer approved = office.post("/sites/" + SITE + "/approvals", WHY);
            assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        }
        JsonNode life = county.get("/sites/" + SITE + "/steps").json();
        assertThat(life.path("items")).hasSize(4);
        JsonNode document = life.path("items").path(0).path("documents").path(0);
        Api.Answer saved = county.get("/sites/" + SITE + "/steps/"
                + life.path("items").path(0).path("id").asText() + "/documents/"
                + document.path("id").asText());
        assertThat(saved.text()).isEqualTo("关于开设网站的请示");
        assertThat(saved.header("Content-Disposition")).startsWith("attachment");
    }

    private void prepare() {
        assertThat(province.post("/sites/" + SITE + "/opening", WHY).code()).isEqualTo("filing_incomplete");
        Map<String, Object> filing = new LinkedHashMap<>(Map.of(
                "sponsor", "观山湖区教育局",
                "contact", "0851-84111111",
                "icp", "黔ICP备05000001号",
                "police", "黔公网安备52011502000001号",
                "emblem", "5201150002CA",
                "testedOn", "2017-07-20",
                "testedBy", "省网络安全检测中心",
                "testPassed", true,
                "reason", "备案完成"));
        filing.put("icp", "05000001");
        assertThat(county.put("/sites/" + SITE + "/filing", filing).code()).isEqualTo("icp_invalid");
        filing.put("icp", "黔ICP备05000001号");
        Api.Answer filed = county.put("/sites/" + SITE + "/filing", filing);
        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
        Api.Answer opened = province.post("/sites/" + SITE + "/opening", WHY);
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
    }

    private void serve() throws IOException {
        Api.Answer home = visitor.page("/sites/" + SITE + "/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.text()).contains("黔ICP备05000001号", "黔公网安备52011502000001号", "0851-84111111");
        assertThat(visitor.page("/sites/5200000001/columns/notices/").text()).contains("关于观山湖区教育局开通上线的公告");
        Api.Answer named = county.put(
                "/sites/" + SITE + "/host", Map.of("host", "jyj.gsh.gov.cn", "further", List.of("edu.gsh.gov.cn")));
        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(asked("jyj.gsh.gov.cn", "/")).contains("200 OK").contains("观山湖区教育局");
        assertThat(asked("edu.gsh.gov.cn", "/?a=1"))
                .contains("301 Moved")
                .containsPattern("Location: http://jyj\\.gsh\\.gov\\.cn(:\\d+)?/\\?a=1");
    }

    private void pause() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String closure = "/sites/" + SITE + "/temporary-closure";
        assertThat(county.put(closure, Map.of("until", today.plusDays(40).toString(), "reason", "改版"))
                        .code())
                .isEqualTo("closure_too_long");
        Api.Answer closed =
                county.put(closure, Map.of("until", today.plusDays(5).toString(), "reason", "改版"));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        Api.Answer page = visitor.page("/sites/" + SITE + "/");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.text()).contains("临时下线");
        assertThat(county.delete(closure + "?reason=done").status()).isEqualTo(200);
        assertThat(visitor.page("/sites/" + SITE + "/").status()).isEqualTo(200);
        assertThat(county.put(closure, Map.of("until", today.toString(), "reason", "又一次"))
                        .code())
                .isEqualTo("closed_this_year");
    }

    private void leave() {
        Api.Answer merger = county.put("/sites/" + SITE + "/merger", Map.of("into", COUNTY, "reason", "集约化"));
        assertThat(merger.status()).as(merger.text()).isEqualTo(202);
        String task = "/tasks/" + merger.json().path("id").asText();
        Eventually.holds(() -> county.get(task).json().path("state").asText().equals("done"), "the content is moved");
        for (Api office : List.of(county, city, province)) {
            Api.Answer approved = office.post("/sites/" + SITE + "/approvals", WHY);
            if (office == county) {
                assertThat(approved.code()).as("who asked for it").isEqualTo("own_application");
                Province.person(platform, "life.county.two", "local-administrator", COUNTY)
                        .post("/sites/" + SITE + "/approvals", WHY);
            } else {
                assertThat(approved.status()).as(approved.text()).isEqualTo(200);
            }
        }
        assertThat(visitor.page("/sites/" + SITE + "/").text()).contains("后停止服务", "观山湖区人民政府");
        assertThat(county.post("/sites/" + SITE + "/closure", WHY).code()).isEqualTo("notice_running");
        Api.Answer kept = county.delete("/sites/" + SITE + "/merger?reason=stays");
        assertThat(kept.json().path("state").asText()).isEqualTo("live");
    }

    /** What is answered under a host name; the client of the tests does not send another one than it connects to. */
    private String asked(String host, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", platform.url().getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":"
                    + platform.url().getPort() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
