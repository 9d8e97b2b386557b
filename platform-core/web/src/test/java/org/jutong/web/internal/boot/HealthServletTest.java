package org.jutong.web.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.jutong.web.internal.door.FakeResponse;

class HealthServletTest {

    private final HealthServlet servlet = new HealthServlet(null);
    private final FakeResponse answer = new FakeResponse();

    private void ask(String method, String path) throws IOException {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, given) -> called.getName().equals("getMethod") ? method : path);
        servlet.service(request, answer.response());
    }

    @Test
    void thatItLivesIsSaidWithoutAskingForAnything() throws Exception {
        ask("GET", "/live");
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ready\",\"step\":\"\"}");
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidInPlainWordsAndNotByThePageOfTheContainer() throws Exception {
        ask("GET", "/other");
        assertThat(answer.status).isEqualTo(404);
        assertThat(answer.headers).containsEntry("Content-Type", "text/plain;charset=UTF-8");
        ask("POST", "/live");
        assertThat(answer.status).isEqualTo(405);
        assertThat(answer.headers).containsEntry("Allow", "GET, HEAD");
    }
}
