package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.web.internal.portal.DemoProvince.GUIYANG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;
import org.jutong.plugin.View;

/** The pages of citizens' accounts, as they are drawn. */
class AccountTemplatesTest {

    private final DemoPortal portal = new DemoPortal();
    private final PortalView nobody = portal.view(GUIYANG);
    private final PortalView citizen = nobody.seenBy(new Visitor("<王芳>", "secret"));

    private static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>(Map.of(
                "mobile", "138****0000",
                "name", "<b>王芳",
                "typed", "",
                "next", "/sites/5201000001/account/",
                "ticket", "ticket",
                "trial", true,
                "realName", false,
                "idNumber", "",
                "created", "2017-08-05 10:00",
                "done", "password"));
        model.put(
                "looks",
                List.of(Map.of(
                        "time", "2017-08-05 10:00",
                        "unit", "贵阳市人民政府",
                        "service", "政民互动",
                        "purpose", "办理来信",
                        "record", "来信 No. 17")));
        model.put("first", "");
        model.put("older", "/older");
        model.put(
                "sessions",
                List.of(Map.of(
                        "id", "s1",
                        "agent", "",
                        "address", "10.0.0.1",
                        "created", "2017-08-05 10:00",
                        "lastUsed", "2017-08-05 10:00",
                        "current", false)));
        return model;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign-in", "register", "register-code", "registered", "recover", "recover-code", "recovered",
                "home", "looks", "sessions", "password", "mobile", "mobile-code", "close"
            })
    void eachPageIsDrawnForBothKindsOfVisitors(String page) {
        String html = portal.renderer
                .account(citizen, page, model(), Optional.empty())
                .html();

        assertThat(html)
                .contains("<h1>")
                .doesNotContain("portal.account", "problem.")
                .doesNotContain("<b>王芳")
                .doesNotContain("<王芳>");
        assertThat(html.split("<form[^>]*method=\"post\"", -1).length)
                .as("each form repeats the secret")
                .isEqualTo(html.split("name=\"csrf\" value=\"secret\"", -1).length);
        assertThat(portal.renderer
                        .account(nobody, page, model(), Optional.empty())
                        .html())
                .doesNotContain("name=\"csrf\"");
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Page page = portal.renderer.account(
                nobody, "register", model(), Optional.of(Problem.invalid("mobile_invalid", "mobile")));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html())
                .contains("role=\"alert\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"mobile-error mobile-hint\"")
                .contains("id=\"mobile-error\"");
    }

    @Test
    void pagesThatAreKeptForEverybodyNameNobody() {
        assertThat(portal.renderer.home(citizen).html())
                .isEqualTo(portal.renderer.home(nobody).html())
                .contains("登录 / 我的账号");
        assertThat(portal.renderer.column(citizen, "policies", 1).html())
                .isEqualTo(portal.renderer.column(nobody, "policies", 1).html());
    }

    @Test
    void aPluginsFormRepeatsTheSecretToo() {
        portal.plugins.enable(GUIYANG, DemoPortal.LETTERS);
        View form = new View("form.peb", "我要写信", Map.of());

        assertThat(portal.plugin(citizen, form, Optional.empty()).html())
                .contains("name=\"csrf\" value=\"secret\"")
                .contains("&lt;王芳&gt;");
        assertThat(portal.plugin(nobody, form, Optional.empty()).html()).doesNotContain("name=\"csrf\"");
    }
}
