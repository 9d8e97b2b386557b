package org.jutong.itests.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/**
 * GET and HEAD change nothing: every table is the same before and after each address was read by everybody. Only on
 * PostgreSQL, because no second process can look into the embedded Derby.
 */
@Tag("database")
class SafeMethodsIT {

    /** What reading writes on purpose: when a session or token was used last, and the records of who read what. */
    private static final Set<String> NOTED = Set.of("last_used", "last_seen");

    private static final Set<String> RECORDS = Set.of("audit_", "id_access");

    @Test
    void reading_changes_nothing_but_what_is_noted_about_reading() throws SQLException {
        Assumptions.assumeTrue(Shared.onPostgres(), "the embedded database is the platform's alone");
        Platform platform = Shared.hunted();
        Province.enrol(platform, Province.GUIYANG, "interaction");
        String letter = sent(platform);
        Api admin = platform.admin();
        Api editor = Province.person(platform, "reader.editor", "editor", Province.GUIYANG);
        List<Api> readers = List.of(platform.api(), editor, admin);
        List<String> addresses = addresses(platform, admin, letter);

        Map<String, String> before = tables();
        for (Api reader : readers) {
            for (String address : addresses) {
                reader.call("GET", address, null, "");
                reader.call("HEAD", address, null, "");
            }
        }
        Crawl.from(
                platform.api(),
                "/sites/" + Province.GUIYANG + "/",
                300,
                (address, answer) -> platform.api().call("HEAD", address, null, ""));
        Map<String, String> after = tables();

        assertThat(before).hasSizeGreaterThan(10);
        assertThat(after).isEqualTo(before);
    }

    private static String sent(Platform platform) {
        Api.Answer sent = platform.api()
                .post(
                        "/plugins/interaction/sites/" + Province.GUIYANG + "/letters",
                        Map.of(
                                "type",
                                "consultation",
                                "title",
                                "请问办理居住证需要哪些材料呢",
                                "text",
                                "请告知。",
                                "name",
                                "李先生",
                                "contact",
                                "13800000000"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        return sent.json().path("code").asText();
    }

    /** Of every GET operation with things that exist and with one that does not, and of pages. */
    private static List<String> addresses(Platform platform, Api admin, String letter) {
        List<String> addresses = new ArrayList<>(List.of(
                "/",
                "/console/",
                "/hant/",
                "/health/live",
                "/health/ready",
                "/api/openapi.json",
                "/nothing",
                "/sites/" + Province.GUIYANG + "/plugins/interaction/letters",
                "/sites/" + Province.GUIYANG + "/plugins/interaction/letters/new",
                "/sites/" + Province.GUIYANG + "/plugins/interaction/letters/query?code=" + letter));
        String article = String.valueOf(Province.article(platform));
        String order =
                admin.get("/orders").json().path("items").path(0).path("id").asText();
        for (Operation operation : Operation.all(platform)) {
            if (operation.reads()) {
                for (String thing : List.of(article, order, letter, "1", "admin", "interaction", "999999999")) {
                    addresses.add(operation.address(Province.GUIYANG, thing));
                }
            }
        }
        return addresses.stream().distinct().toList();
    }

    private static Map<String, String> tables() throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = Shared.huntedDatabase()) {
            for (Map.Entry<String, List<String>> table : columns(connection).entrySet()) {
                String row = String.join(",", table.getValue());
                String query = "SELECT count(*) || ' ' || coalesce(md5(string_agg(h, '' ORDER BY h)), '') FROM"
                        + " (SELECT md5(ROW(" + row + ")::text) h FROM " + table.getKey() + ") rows";
                try (PreparedStatement statement = connection.prepareStatement(query);
                        ResultSet result = statement.executeQuery()) {
                    result.next();
                    sums.put(table.getKey(), result.getString(1));
                }
            }
        }
        return sums;
    }

    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                String table = found.getString(1).toLowerCase(Locale.ROOT);
                String column = found.getString(2).toLowerCase(Locale.ROOT);
                if (RECORDS.stream().noneMatch(table::startsWith) && !NOTED.contains(column)) {
                    columns.computeIfAbsent(table, any -> new ArrayList<>()).add("\"" + found.getString(2) + "\"");
                }
            }
        }
        return columns;
    }
}
