package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.plugin.Problem;
import org.jutong.web.internal.door.TrustedProxies.Sender;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies("10.0.0.0/8, 127.0.0.1, 2001:db8::/32");

    @Test
    void without_a_proxy_the_sender_is_who_is_connected() {
        assertThat(sender(from("198.51.100.9"))).isEqualTo(new Sender("198.51.100.9", false));
        assertThat(sender(from("[2001:db9::1]").secure())).isEqualTo(new Sender("2001:db9::1", true));
    }

    @Test
    void what_a_stranger_says_counts_for_nothing() {
        assertThat(sender(from("198.51.100.9")
                        .header("X-Forwarded-For", "203.0.113.5")
                        .header("X-Forwarded-Proto", "https")))
                .isEqualTo(new Sender("198.51.100.9", false));
        assertThat(sender(from("198.51.100.9").header("X-Forwarded-Proto", "https"))
                        .secure())
                .isFalse();
        assertThat(sender(from("198.51.100.9").header("Forwarded", "for=203.0.113.5;proto=https")))
                .isEqualTo(new Sender("198.51.100.9", false));
    }

    @Test
    void the_first_address_from_the_right_that_is_no_proxys_is_the_senders() {
        assertThat(sender(from("10.1.1.1").header("X-Forwarded-For", "192.168.7.7, 203.0.113.5, 10.2.2.2")))
                .isEqualTo(new Sender("203.0.113.5", false));
    }

    @Test
    void several_headers_are_read_as_one() {
        assertThat(sender(from("127.0.0.1").header("X-Forwarded-For", "192.168.7.7\n203.0.113.5"))
                        .address())
                .isEqualTo("203.0.113.5");
    }

    @Test
    void where_all_are_proxies_the_farthest_is_the_sender() {
        assertThat(sender(from("10.1.1.1").header("X-Forwarded-For", "10.3.3.3, 10.2.2.2"))
                        .address())
                .isEqualTo("10.3.3.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "evil.example", "999.1.1.1", "", "_hidden", "203.0.113.5 x"})
    void what_is_no_address_ends_the_reading_and_is_never_looked_up(String nonsense) {
        assertThat(sender(from("10.1.1.1").header("X-Forwarded-For", "192.0.2.1, " + nonsense + ", 10.2.2.2"))
                        .address())
                .isEqualTo("10.2.2.2");
    }

    @Test
    void ports_and_brackets_are_understood() {
        assertThat(sender(from("10.1.1.1").header("X-Forwarded-For", "203.0.113.5:4711"))
                        .address())
                .isEqualTo("203.0.113.5");
        assertThat(sender(from("2001:db8::1").header("X-Forwarded-For", "[2001:db9::5]:4711"))
                        .address())
                .isEqualTo("2001:db9:0:0:0:0:0:5");
        assertThat(sender(from("10.1.1.1").header("X-Forwarded-For", "2001:db9::5"))
                        .address())
                .isEqualTo("2001:db9:0:0:0:0:0:5");
    }

    @Test
    void the_nearest_proxys_word_on_the_protocol_counts() {
        assertThat(sender(from("10.1.1.1")
                                .header("X-Forwarded-For", "203.0.113.5")
                                .header("X-Forwarded-Proto", "http, https"))
                        .secure())
                .isTrue();
        assertThat(sender(from("10.1.1.1").header("X-Forwarded-Proto", "https")).secure())
                .isTrue();
    }

    @Test
    void the_standard_header_is_understood_too() {
        assertThat(sender(from("10.1.1.1")
                        .header("Forwarded", "for=192.168.7.7;proto=http, For=\"[2001:db9::5]:80\"; proto=https;by=x")))
                .isEqualTo(new Sender("2001:db9:0:0:0:0:0:5", true));
        assertThat(sender(from("10.1.1.1").header("Forwarded", "for=203.0.113.5;proto=https, for=10.2.2.2;proto=http")))
                .isEqualTo(new Sender("203.0.113.5", true));
    }

    @Test
    void both_at_once_is_refused_because_one_of_them_is_the_readers_own() {
        assertThatThrownBy(() -> sender(from("10.1.1.1")
                        .header("X-Forwarded-For", "203.0.113.5")
                        .header("Forwarded", "for=192.0.2.1")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("forwarded_twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/99", "10.0.0", "10.0.0.0/8;127.0.0.1", "10.1.2.3/8"})
    void a_range_that_is_none_is_refused_at_the_start(String range) {
        assertThatThrownBy(() -> new TrustedProxies(range)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void by_default_nobody_is_trusted() {
        assertThat(new TrustedProxies("")
                        .sender(from("127.0.0.1")
                                .header("X-Forwarded-For", "203.0.113.5")
                                .request())
                        .address())
                .isEqualTo("127.0.0.1");
    }

    private Sender sender(FakeRequest request) {
        return proxies.sender(request.request());
    }

    private static FakeRequest from(String address) {
        return FakeRequest.of("GET", "/").from(address);
    }
}
