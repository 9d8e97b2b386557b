package org.jutong.itests.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of the running platform: JSON to REST, forms to the portal, with the session and its token. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private String cookie;
    private String csrf;
    private String token;

    Api(URI base) {
        this.base = base;
    }

    /** An answer. */
    public record Answer(int status, String text, HttpResponse<String> response) {

        /** The body as JSON; missing where it is none. */
        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError(status + " is no JSON: " + text, e);
            }
        }

        /** The problem's code, or an empty string. */
        public String code() {
            return json().path("code").asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Signs in; later calls carry the session. */
    public Api signIn(String username, String password) {
        return signIn(Map.of("username", username, "password", password));
    }

    /** Signs in with these members of the request; later calls carry the session. */
    public Api signIn(Map<String, String> credentials) {
        Answer answer = post("/session", credentials);
        if (answer.status() != 200) {
            throw new AssertionError("Sign-in of " + credentials.get("username") + " failed: " + answer);
        }
        return adopt(answer);
    }

    /** Takes over the session that an answer sets in place of the one before. */
    public Api adopt(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("No new session: " + answer);
        }
        cookie = answer.header("Set-Cookie").split(";")[0];
        csrf = ""; // the secret that mutations repeat is asked for with the new session
        csrf = get("/session").json().path("csrfToken").asText();
        return this;
    }

    /** The same session without its CSRF token. */
    public Api withoutToken() {
        Api bare = new Api(base);
        bare.cookie = cookie;
        bare.csrf = "";
        return bare;
    }

    /** Carries an API token instead of a session. */
    public Api bearer(String given) {
        token = given;
        return this;
    }

    /** Any request at all; the address is that on the platform, the content type empty for none. */
    public Answer call(String method, String address, byte[] body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(request);
    }

    /** GET of a page or file, by its address on the platform. */
    public Answer page(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /** POST of a form, as a browser sends it. */
    public Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer get(String path) {
        return send(rest(path).GET());
    }

    public Answer post(String path, Object body) {
        return raw("POST", path, write(body));
    }

    public Answer put(String path, Object body) {
        return raw("PUT", path, write(body));
    }

    public Answer patch(String path, Object body) {
        return raw("PATCH", path, write(body));
    }

    public Answer delete(String path) {
        return send(rest(path).DELETE());
    }

    /** A body that need not be JSON. */
    public Answer raw(String method, String path, String body) {
        return send(rest(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** POST that can be repeated. */
    public Answer post(String path, Object body, String idempotencyKey) {
        return send(rest(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    private HttpRequest.Builder rest(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path));
    }

    private Answer send(HttpRequest.Builder request) {
        if (cookie != null) {
            request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
