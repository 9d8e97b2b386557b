package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** From the catalog to a plugin that is live on one site alone, by the people whose work it is. */
@Tag("database")
class CatalogIT {

    private static final String SITE = "5202000001";
    private static final String OTHER = "5203000001";
    private static final String PAGE = "/sites/" + SITE + "/plugins/interaction/";
    private static final String REST = "/plugins/interaction/sites/" + SITE + "/letters/published";

    private final Platform platform = Shared.platform();
    private final Api visitor = platform.api();

    @Test
    void listsInteractionWithPriceAndFunctionPoints() {
        JsonNode offering = visitor.get("/offerings/interaction").json();

        assertThat(offering.path("title").asText()).isEqualTo("政民互动");
        assertThat(offering.path("functionPoints")).isNotEmpty();
        assertThat(offering.path("plans")
                        .path(0)
                        .path("prices")
                        .path("prefecture")
                        .asLong())
                .isPositive();
    }

    @Test
    void goesFromOrderToPageAndBackThroughSuspension() {
        Api owner = Province.person(platform, "liupanshui.owner", "site-owner", SITE);
        Api operator = Province.person(platform, "provincial.operator", "operator", Province.PROVINCE);
        assertThat(visitor.page(PAGE).status()).isEqualTo(404);

        Api.Answer order = owner.post("/orders", Map.of("site", SITE, "plugin", "interaction"));
        assertThat(order.status()).as(order.text()).isEqualTo(201);
        assertThat(visitor.page(PAGE).status()).isEqualTo(404);
        assertThat(owner.post("/orders", Map.of("site", SITE, "plugin", "interaction"))
                        .code())
                .isEqualTo("already_ordered");

        String approval = "/orders/" + order.json().path("id").asLong() + "/approval";
        Api.Answer byOwner = owner.post(approval, Map.of());
        assertThat(byOwner.status()).isEqualTo(403);
        assertThat(operator.post(approval, Map.of()).status()).isEqualTo(200);
        assertThat(operator.post(approval, Map.of()).code()).isEqualTo("already_approved");
        assertVisible();
        assertThat(owner.post("/orders", Map.of("site", SITE, "plugin", "interaction"))
                        .code())
                .isEqualTo("already_enrolled");

        String code = letter("请问办理居住证需要哪些材料呢");
        String enrolment = "/sites/" + SITE + "/enrolments/interaction";
        assertThat(owner.patch(enrolment, Map.of("state", "suspended")).status())
                .isEqualTo(200);
        assertGone();
        assertThat(owner.patch(enrolment, Map.of("state", "enabled")).status()).isEqualTo(200);
        assertVisible();
        assertThat(visitor.get("/plugins/interaction/sites/" + SITE + "/letters/by-code/" + code)
                        .status())
                .isEqualTo(200);
    }

    private void assertVisible() {
        assertThat(visitor.page(PAGE).status()).isEqualTo(200);
        assertThat(visitor.page("/sites/" + SITE + "/").text()).contains(PAGE);
        assertThat(visitor.get(REST).status()).isEqualTo(200);
        assertOthersHaveNothing();
    }

    private void assertGone() {
        assertThat(visitor.page(PAGE).status()).isEqualTo(404);
        assertThat(visitor.page("/sites/" + SITE + "/").text()).doesNotContain("plugins/interaction");
        assertThat(visitor.get(REST).code()).isEqualTo("plugin_not_enabled");
    }

    private void assertOthersHaveNothing() {
        assertThat(visitor.page("/sites/" + OTHER + "/plugins/interaction/").status())
                .isEqualTo(404);
        Api.Answer rest = visitor.get("/plugins/interaction/sites/" + OTHER + "/letters/published");
        assertThat(rest.status()).isEqualTo(404);
        assertThat(rest.code()).isEqualTo("plugin_not_enabled");
        assertThat(visitor.page("/sites/" + OTHER + "/").text()).doesNotContain("plugins/interaction");
    }

    private String letter(String title) {
        Api.Answer sent = visitor.post(
                "/plugins/interaction/sites/" + SITE + "/letters",
                Map.of(
                        "type", "consultation",
                        "title", title,
                        "text", "请告知所需材料和办理地点，谢谢。",
                        "name", "李先生",
                        "contact", "13800000000"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        return sent.json().path("code").asText();
    }
}
