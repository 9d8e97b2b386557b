package org.jutong.channels.internal.kinds;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jutong.channels.internal.outside.Outside;
import org.jutong.plugin.Problem;
import org.jutong.plugin.PushChannel.Dispatch;
import org.jutong.plugin.PushChannel.Text;
import org.jutong.plugin.SiteCode;

/** A system elsewhere that answers as it is told. */
final class Calls implements AutoCloseable {

    final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").stubRequestLoggingDisabled(true));
    final Outside outside;

    Calls() {
        server.start();
        outside = Outside.allowing("127.0.0.1:" + server.port(), Duration.ofSeconds(2));
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    static Dispatch dispatch(Map<String, String> settings) {
        Text text = new Text(
                7,
                "关于集约化平台的通知",
                "省政府",
                "张三",
                "摘要",
                "<p>正文</p>",
                Instant.parse("2017-07-21T00:22:00Z"),
                "https://portal.example/sites/5200000001/articles/7");
        return new Dispatch("41-1", new SiteCode("5200000001"), "贵州省人民政府", settings, text);
    }

    /** Refused with this code; {@code again} says whether the platform would try again. */
    static void refused(String code, boolean again, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status() >= 500 || problem.status() == 429).isEqualTo(again);
        });
    }

    @Override
    public void close() {
        server.stop();
    }
}
