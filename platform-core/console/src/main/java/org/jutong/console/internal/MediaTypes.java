package org.jutong.console.internal;

import java.util.Map;

/** The kinds of file that the console is made of; with nosniff a browser believes nothing else. */
final class MediaTypes {

    private static final Map<String, String> BY_ENDING = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private MediaTypes() {}

    static String of(String file) {
        return BY_ENDING.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
