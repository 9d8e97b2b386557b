package org.jutong.persistence.internal.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where the data is: environment {@code JUTONG_DB_URL}, {@code JUTONG_DB_USER}, {@code JUTONG_DB_PASSWORD}, else the
 * properties {@code jutong.db.*}, else an embedded Derby below {@code jutong.data}.
 */
public record DatabaseAddress(String url, String user, String password) {

    /** @param properties answers {@code null} for a property that is not set */
    public static DatabaseAddress of(Map<String, String> environment, UnaryOperator<String> properties) {
        String data = set(properties.apply("jutong.data"), "data");
        return new DatabaseAddress(
                set(environment.get("JUTONG_DB_URL"), set(properties.apply("jutong.db.url"), derby(data))),
                set(environment.get("JUTONG_DB_USER"), set(properties.apply("jutong.db.user"), "")),
                set(environment.get("JUTONG_DB_PASSWORD"), set(properties.apply("jutong.db.password"), "")));
    }

    boolean isDerby() {
        return url.startsWith("jdbc:derby:");
    }

    /** Without attributes, user and password: this is what logs may show. */
    @Override
    public String toString() {
        return url.replaceFirst("[;?].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    private static String derby(String data) {
        return "jdbc:derby:" + Path.of(data).toAbsolutePath().resolve("db") + ";create=true";
    }

    private static String set(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
