package org.jutong.web.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

    private final PublicAddress address = new PublicAddress("https://www.guizhou.gov.cn/");

    @Test
    void trustsItsOwnPagesAndReadersThatSayNothing() {
        assertThat(from(Map.of("Origin", "https://www.guizhou.gov.cn"))).isTrue();
        assertThat(from(Map.of("Origin", "http://127.0.0.1:8181"))).isTrue();
        assertThat(from(Map.of())).isTrue();
        assertThat(from(Map.of("Sec-Fetch-Site", "same-origin"))).isTrue();
    }

    @Test
    void distrustsOthers() {
        assertThat(from(Map.of("Origin", "https://evil.example"))).isFalse();
        assertThat(from(Map.of("Origin", "null"))).isFalse();
        assertThat(from(Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
    }

    private boolean from(Map<String, String> headers) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> arguments[0].equals("Host") ? "127.0.0.1:8181" : headers.get(arguments[0]);
                    case "getScheme" -> "http";
                    default -> null;
                });
        return address.isOriginOf(request);
    }
}
