package org.jutong.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleServletTest {

    @TempDir
    Path bundle;

    private ConsoleServlet servlet;

    @BeforeEach
    void lay() throws IOException {
        Path console = Files.createDirectories(bundle.resolve("console"));
        Files.createDirectories(console.resolve("assets"));
        Files.writeString(bundle.resolve("secret.txt"), "secret");
        Files.writeString(console.resolve("index.html"), "<html>entrance</html>");
        Files.writeString(console.resolve("mark.svg"), "<svg/>");
        Files.writeString(console.resolve("assets/page-1a2b.js"), "plain");
        Files.writeString(console.resolve("assets/page-1a2b.js.gz"), "packed");
        servlet = new ConsoleServlet(path -> entry(console, path));
    }

    @Test
    void the_address_without_slash_leads_to_the_one_with_it() throws Exception {
        Answer answer = get(null);
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("/console/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/articles/12",
                "/plugins/interaction/0",
                "/sites/5200000001",
                "/people/li.js"
            })
    void every_route_gets_the_entrance_page_which_is_never_cached(String route) throws Exception {
        Answer answer = get(route);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<html>entrance</html>");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void an_asset_is_kept_for_ever_because_its_name_changes_with_its_content() throws Exception {
        Answer answer = get("/assets/page-1a2b.js");
        assertThat(answer.body()).isEqualTo("plain");
        assertThat(answer.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("public,max-age=31536000,immutable");
        assertThat(get("/mark.svg").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void the_packed_asset_goes_to_whoever_can_unpack_it() throws Exception {
        Answer answer = get("/assets/page-1a2b.js", "br, gzip");
        assertThat(answer.body()).isEqualTo("packed");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(get("/assets/page-1a2b.js").header("Content-Encoding")).isNull();
        assertThat(get("/assets/page-1a2b.js").header("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/..\\secret.txt",
                "/assets/../../secret.txt",
                "/..",
                "/assets/",
                "/assets",
                "/assets/gone-9f9f.js",
                "/gone.css"
            })
    void what_is_no_file_of_the_console_is_not_found(String path) throws Exception {
        Answer answer = get(path);
        // A folder named without its slash is no file either, but might be a route.
        if (path.equals("/assets")) {
            assertThat(answer.body()).isEqualTo("<html>entrance</html>");
            return;
        }
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/page-1a2b.js", "/gone.css", "/../secret.txt"})
    void every_answer_carries_the_strict_policy(String path) throws Exception {
        Answer answer = get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    private Answer get(String path) throws Exception {
        return get(path, null);
    }

    private Answer get(String path, String acceptEncoding) throws Exception {
        return Answer.of(servlet, path, acceptEncoding);
    }

    /** As a bundle does: folders are found too, and their addresses end in a slash. */
    private static URL entry(Path console, String path) {
        try {
            Path file = console.resolve(path.substring(1));
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
