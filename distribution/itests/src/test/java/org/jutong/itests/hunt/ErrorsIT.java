package org.jutong.itests.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** Whatever nonsense an operation is sent, it answers with a known problem and never with what is inside. */
@Tag("database")
class ErrorsIT {

    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[a-z]+\\.|org\\.(jutong|apache|eclipse|postgresql|hibernate)|com\\.fasterxml"
                    + "|java\\.(lang|util)|SQL|ERROR:|jetty",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "99999999999999999999999999",
            "1e400",
            "null",
            "a'b\"c--",
            "${7*7}",
            "贵阳",
            "😀",
            "\u202e\u0301",
            "x".repeat(1500),
            ".",
            "2026-13-45T99:99:99Z",
            "NaN");

    private static Platform platform;
    private static List<Operation> operations;
    private static Api admin;
    private static Api victim;
    private static int victims;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        platform = Shared.hunted();
        Province.enrol(platform, Province.GUIYANG, "interaction");
        operations = Operation.all(platform);
        admin = platform.admin();
    }

    @Test
    void words_in_addresses() {
        for (Operation operation : operations) {
            for (String word : WORDS) {
                if (operation.path().contains("{")) {
                    String address = operation.address(Province.GUIYANG, encode(word));
                    send(operation, address, operation.takesBody() ? bytes("{}") : null, "application/json");
                    send(operation, operation.address(encode(word), "1"), null, "");
                }
                for (String query : operation.queries()) {
                    send(
                            operation,
                            operation.address(Province.GUIYANG, "1") + "?" + query + "=" + encode(word),
                            null,
                            "");
                }
            }
        }
        verdict();
    }

    @Test
    void octets_that_are_no_text_in_addresses() {
        for (Operation operation : operations) {
            for (String octets : List.of("%00", "%FF", "%C0%80", "%ED%A0%80", "%7F", "%1b")) {
                for (String query : operation.queries()) {
                    send(operation, operation.address(Province.GUIYANG, "1") + "?" + query + "=" + octets, null, "");
                }
                if (operation.path().contains("{")) {
                    send(operation, operation.address(Province.GUIYANG, "a" + octets), null, "");
                }
            }
        }
        verdict();
    }

    @Test
    void bodies_that_are_no_json_or_another_shape() {
        List<String> bodies = List.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}}",
                "{\"a\":",
                "[{}]",
                "1e999999",
                "{\"nobody\":{\"knows\":[1,2]}}",
                "{\"a\":1,\"a\":2}",
                "[".repeat(5000) + "]".repeat(5000),
                "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
                "1".repeat(5000),
                "\u0000");
        for (Operation operation : bodied()) {
            for (String body : bodies) {
                send(operation, operation.address(Province.GUIYANG, "1"), bytes(body), "application/json");
            }
            byte[] noText = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
            send(operation, operation.address(Province.GUIYANG, "1"), noText, "application/json");
        }
        verdict();
    }

    @Test
    void fields_of_other_types() {
        List<String> values = List.of(
                "null",
                "true",
                "-1",
                "99999999999999999999999999999",
                "1e400",
                "{}",
                "[]",
                "[null]",
                "[[[]]]",
                "{\"a\":{\"b\":{}}}",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"a\\u0000b\"",
                "\"" + "长".repeat(5000) + "\"",
                "\"2026-13-45T99:99:99Z\"");
        for (Operation operation : bodied()) {
            for (String field : operation.fields().keySet()) {
                for (String value : values) {
                    Map<String, String> members = new LinkedHashMap<>();
                    operation.fields().forEach((name, type) -> members.put(name, usual(type)));
                    members.put(field, value);
                    StringBuilder body = new StringBuilder("{");
                    members.forEach((name, text) -> body.append(body.length() == 1 ? "" : ",")
                            .append('"')
                            .append(name)
                            .append("\":")
                            .append(text));
                    send(
                            operation,
                            operation.address(Province.GUIYANG, "1"),
                            bytes(body.append('}').toString()),
                            "application/json");
                }
            }
        }
        verdict();
    }

    @Test
    void other_content_types_and_methods() {
        for (Operation operation : operations) {
            String address = operation.address(Province.GUIYANG, "1");
            for (String type : List.of(
                    "text/plain",
                    "application/xml",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded",
                    "application/json; charset=utf-16",
                    "application/json; charset=nothing",
                    "nonsense")) {
                send(operation, address, bytes("{}"), type);
            }
            for (String method : List.of("TRACE", "PROPFIND", "OPTIONS", "PUT", "PATCH")) {
                if (operation.isAboutSession() || !operation.reads()) {
                    continue;
                }
                record(method + " " + address, admin.call(method, address, bytes("{}"), "application/json"));
            }
        }
        verdict();
    }

    @Test
    void what_is_no_http_is_answered_without_anything_inside() throws IOException {
        for (String request : List.of(
                "GET / HTTP/9.9\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /" + "a".repeat(30_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(30_000) + "\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/session/../users HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")) {
            try (Socket socket = new Socket("127.0.0.1", platform.url().getPort())) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*");
                assertThat(INSIDE.matcher(answer).find()).as(answer).isFalse();
                assertThat(answer).doesNotContainIgnoringCase("\r\nserver:").doesNotContainIgnoringCase("x-powered-by");
            }
        }
    }

    private static List<Operation> bodied() {
        return operations.stream().filter(Operation::takesBody).toList();
    }

    private static String usual(String type) {
        return switch (type) {
            case "string" -> "\"x\"";
            case "integer", "number" -> "1";
            case "boolean" -> "false";
            case "array" -> "[]";
            default -> "{}";
        };
    }

    private void send(Operation operation, String address, byte[] body, String type) {
        Api api = operation.isAboutSession() && !operation.reads() ? throwAway() : admin;
        record(
                operation.method() + " " + address + " "
                        + (body == null ? "" : show(new String(body, StandardCharsets.UTF_8))),
                api.call(operation.method(), address, body, body == null ? "" : type));
    }

    /** Somebody who may be locked out, for what is tried on sessions and passwords; a new one once that is so. */
    private static Api throwAway() {
        if (victim == null || victim.get("/session").status() != 200) {
            victim = Province.person(platform, "victim." + victims++, "editor", Province.NANMING);
        }
        return victim;
    }

    private void record(String what, Api.Answer answer) {
        String text = answer.text();
        boolean known = answer.status() < 400
                || isOfTheContainer(answer)
                || answer.header("Content-Type").startsWith("application/problem+json")
                        && !answer.code().isEmpty()
                        && !answer.json().path("title").asText().startsWith("problem.");
        boolean mute =
                answer.status() < 400 || !INSIDE.matcher(withoutInstance(text)).find();
        if (answer.status() >= 500 && answer.status() != 503 || !known || !mute) {
            wrong.add(show(what) + " -> " + answer.status() + " " + show(text));
        }
    }

    /** What the container takes for no request, or for one that it never lets in, it answers in its own one line. */
    private static boolean isOfTheContainer(Api.Answer answer) {
        return answer.status() == 405 && answer.text().isEmpty()
                || answer.text().matches("<h1>Bad Message 4\\d\\d</h1><pre>reason: [A-Za-z ]+</pre>");
    }

    /** The caller's own address is repeated to them. */
    private static String withoutInstance(String text) {
        return text.replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private void verdict() {
        assertThat(wrong).isEmpty();
        assertThat(platform.log()).doesNotContain(" failed\n");
    }

    private static String show(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
