package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/sites?limit=5&after=%E8%B4%B5%E9%98%B3",
                "/sites/5201000001/plugins/interaction/letters/new",
                "/api/v1/users/li.ming",
                "/hant/sites/5201000001/columns/notices/?page=2",
                "/api/v1/audit?from=2026-01-01T00:00:00%2B08:00&q=a%0Ab%2Fc..;"
            })
    void plain_addresses_are_read(String address) {
        assertThatCode(() -> check(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/session/../users",
                "/api/v1/session/%2e%2e/users",
                "/api/v1/session/.%2E/users",
                "/api/v1/session/..;/users",
                "/api/v1/session;x=1/users",
                "/api/v1//users",
                "/api/v1/users%2fadmin",
                "/api/v1/users%5Cadmin",
                "/api/v1/users%00",
                "/api/v1/users%252fadmin",
                "/api/v1/users?q=%00",
                "/api/v1/users?q=%1b"
            })
    void what_could_be_read_in_two_ways_is_refused(String address) {
        refused(address, "address_not_understood");
    }

    @Test
    void what_is_too_long_is_refused() {
        refused("/" + "a".repeat(4096), "address_too_long");
        refused("/?q=" + "a".repeat(4096), "address_too_long");
    }

    private static void refused(String address, String code) {
        assertThatThrownBy(() -> check(address))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static void check(String address) {
        Addresses.check(FakeRequest.of("GET", address).request());
    }
}
