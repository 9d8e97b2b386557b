package org.jutong.plugin;

import java.util.Map;

/**
 * A visitor's request for one of a plugin's pages.
 *
 * @param method {@code GET} or {@code POST}; the platform has checked the origin of a POST, and a GET must change
 *     nothing
 * @param path relative to the plugin's pages, without leading slash; empty for the first page
 * @param parameters query or form parameters, the first value of each; capped in size by the platform
 */
public record PageRequest(String method, String path, Map<String, String> parameters) {
    public PageRequest {
        parameters = Map.copyOf(parameters);
    }

    /** Whether a form was sent. */
    public boolean isPost() {
        return "POST".equals(method);
    }

    /** The parameter without surrounding white space, or the empty string where it is absent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "").strip();
    }
}
