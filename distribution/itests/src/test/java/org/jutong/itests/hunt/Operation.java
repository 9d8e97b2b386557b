package org.jutong.itests.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jutong.itests.platform.Platform;

/**
 * One operation of the REST interface, as the platform describes itself.
 *
 * @param access {@code public}, {@code signed-in}, {@code permission}, or empty where it says nothing
 * @param permissions of which any one is enough
 * @param queries the names of its query parameters
 * @param type the media type of its body
 * @param fields the fields of its JSON body, each with its type; empty where it takes none
 */
record Operation(
        String method,
        String path,
        String access,
        List<String> permissions,
        List<String> queries,
        String type,
        Map<String, String> fields) {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    /** All of the core and of the plugins that run, by path. */
    static List<Operation> all(Platform platform) {
        JsonNode api = platform.api().page("/api/openapi.json").json();
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    all.add(of(api, entry.getKey(), path.getKey(), entry.getValue()));
                }
            }
        }
        return all;
    }

    private static Operation of(JsonNode api, String method, String path, JsonNode operation) {
        List<String> permissions = new ArrayList<>();
        operation.path("x-permission").forEach(permission -> permissions.add(permission.asText()));
        List<String> queries = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                queries.add(parameter.path("name").asText());
            }
        }
        Map<String, String> fields = new TreeMap<>();
        for (JsonNode content : operation.path("requestBody").path("content")) {
            String type = content.path("schema").path("$ref").asText().replaceFirst(".*/", "");
            JsonNode properties =
                    api.path("components").path("schemas").path(type).path("properties");
            for (Map.Entry<String, JsonNode> field : properties.properties()) {
                fields.put(field.getKey(), field.getValue().path("type").asText("object"));
            }
        }
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("x-access").asText(),
                List.copyOf(permissions),
                List.copyOf(queries),
                operation.path("requestBody").path("content").has("text/csv") ? "text/csv" : "application/json",
                fields);
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean takesBody() {
        return !reads() && !method.equals("DELETE") || !fields.isEmpty();
    }

    boolean namesSite() {
        return path.contains("{site}");
    }

    /** Whether it is about the session of its caller, who may have none afterwards. */
    boolean isAboutSession() {
        return path.startsWith("/api/v1/session");
    }

    /** Its address for a site; everything else that the path names is this. */
    String address(String site, String other) {
        return path.replace("{site}", site).replaceAll("\\{[^}]+}", other);
    }

    /** As the list of known operations has it. */
    String line() {
        return (method + " " + path + " " + access + " " + String.join(",", permissions)).strip();
    }
}
