package org.jutong.identity.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;

import java.lang.reflect.Proxy;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accounts;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.citizens.TestCitizens;
import org.jutong.identity.internal.rest.CitizenViews.CitizenChange;
import org.jutong.identity.internal.rest.CitizenViews.ListedCitizens;
import org.jutong.identity.internal.shell.CitizenList;
import org.jutong.plugin.Table;

class CitizensRestTest {

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> method.getName().equals("getRemoteAddr") ? "10.0.0.1" : null);

    private TestCitizens all;
    private CitizensResource resource;

    @BeforeEach
    void start() {
        all = new TestCitizens(Databases.DERBY.empty());
        resource = new CitizensResource(all.citizens, all.registrations);
    }

    @Test
    void theListIsMaskedAndPaged() {
        all.citizen("13800000000");
        all.citizen("13900000000");

        ListedCitizens first = resource.list("", "", 1, Accounts.SYSTEM);
        ListedCitizens second = resource.list("", first.next(), 1, Accounts.SYSTEM);

        assertThat(first.items().get(0).mobile()).isEqualTo("139****0000");
        assertThat(first.items().get(0).name()).isEqualTo("王**");
        assertThat(first.items().get(0).assurance()).isEqualTo(1);
        assertThat(second.items().get(0).mobile()).isEqualTo("138****0000");
        assertThat(second.next()).isNull();
        assertThat(code(() -> resource.list("", "x", 1, Accounts.SYSTEM))).isEqualTo("citizen_not_found");
        assertThat(code(() -> resource.list("", "", 0, Accounts.SYSTEM))).isEqualTo("limit_invalid");
    }

    @Test
    void anEmptyBodyIsAMistakeAndNoFailure() {
        assertThat(code(() -> resource.register(null, request))).isEqualTo("mobile_missing");
        assertThat(code(() -> resource.confirm(null))).isEqualTo("verification_code_wrong");
        assertThat(code(() -> resource.recover(null, request))).isEqualTo("mobile_missing");
        assertThat(code(() -> resource.setPassword(null))).isEqualTo("password_missing");
        assertThat(code(() -> resource.change("1", null, Accounts.SYSTEM))).isEqualTo("disabled_missing");
        assertThat(code(() -> resource.change("x", new CitizenChange(true), Accounts.SYSTEM)))
                .isEqualTo("citizen_not_found");
        assertThat(code(() -> resource.setRealName("1", null, Accounts.SYSTEM))).isEqualTo("id_number_missing");
    }

    @Test
    void theShellShowsTheSame() {
        CitizenList command = new CitizenList(all.citizens);
        assertThat(command.run(Accounts.SYSTEM, Map.of())).isEqualTo(Table.sentence("没有符合条件的个人账号。"));
        all.citizen("13800000000");

        assertThat(command.run(Accounts.SYSTEM, Map.of("--query", "芳")).toString())
                .contains("138****0000", "王**", "手机已验证")
                .doesNotContain("13800000000")
                .doesNotContain("王芳");
    }
}
