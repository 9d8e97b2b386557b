package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** What is done and what is refused is in the chain, and the chain says where it was altered. */
@Tag("database")
class AuditIT {

    private final Platform platform = Shared.platform();
    private final Api admin = platform.admin();

    @Test
    void aChangeIsThereWithWhoWhatWhereAndHowItEnded() {
        long id = admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft("审计演练"))
                .json()
                .path("id")
                .asLong();
        Province.publish(platform, admin, id);
        Province.withdraw(admin, id);

        List<JsonNode> entries = entries("object=article:" + id);
        assertThat(entries)
                .extracting(entry -> entry.path("action").asText())
                .containsExactly(
                        "ARTICLE_WITHDRAW",
                        "ARTICLE_PUBLISH",
                        "ARTICLE_APPROVE",
                        "ARTICLE_APPROVE",
                        "ARTICLE_APPROVE",
                        "ARTICLE_SUBMIT",
                        "ARTICLE_WRITE");
        assertThat(entries)
                .extracting(entry -> entry.path("actor").asText())
                .containsExactly("admin", "review.three", "review.three", "review.two", "review.one", "admin", "admin");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("outcome").asText()).isEqualTo("DONE");
            assertThat(entry.path("site").asText()).isEqualTo(Province.PROVINCE);
            assertThat(entry.path("channel").asText()).isEqualTo("REST");
            assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
            assertThat(entry.path("time").asText()).endsWith("+08:00");
        });
    }

    @Test
    void aRefusalIsThereFromTheWebAndFromTheShell() {
        Api editor = Province.person(platform, "audit.editor", "editor", Province.NANMING);
        assertThat(editor.post("/orders", Map.of("site", Province.NANMING, "plugin", "interaction"))
                        .status())
                .isEqualTo(403);
        Shell.as(platform, "audit.editor", Platform.PASSWORD, "identity:list");

        List<JsonNode> denied = entries("actor=audit.editor&outcome=DENIED");
        assertThat(denied)
                .extracting(entry -> entry.path("channel").asText() + " "
                        + entry.path("object").asText())
                .anyMatch(words -> words.startsWith("REST POST /api/v1/orders"))
                .anyMatch(words -> words.equals("SHELL command:identity:list"));
    }

    @Test
    void aContainerCommandIsThereWithoutItsArguments() {
        Shell.run(platform, "bundle:list -t 90");
        assertThat(entries("action=CONTAINER_COMMAND"))
                .extracting(entry -> entry.path("object").asText())
                .contains("command:bundle:list");
    }

    @Test
    void onlyWhoMayReadsTheRecord() {
        Api editor = Province.person(platform, "audit.editor", "editor", Province.NANMING);
        assertThat(editor.get("/audit").status()).isEqualTo(403);
        assertThat(platform.api().get("/audit").status()).isEqualTo(401);
        assertThat(editor.post("/audit/verification", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void theShellFindsAndVerifiesToo() {
        admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft("外壳演练"));
        assertThat(Shell.run(platform, "audit:search --action ARTICLE_WRITE")).contains("ARTICLE_WRITE", "admin");
        assertThat(admin.post("/audit/verification", Map.of())
                        .json()
                        .path("sound")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anEntryThatIsAlteredIsNamedExactly() throws SQLException {
        Path data = Shared.folder("audit");
        Map<String, String> database = Shared.onPostgres() ? Shared.freshPostgres() : Map.of();
        long edited;
        long deleted;
        try (Platform first = Platform.start(data, database)) {
            List<Long> written = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                long id = first.admin()
                        .post("/sites/" + Province.PROVINCE + "/articles", Province.draft("篡改演练" + i))
                        .json()
                        .path("id")
                        .asLong();
                written.add(first.admin()
                        .get("/audit?object=article:" + id)
                        .json()
                        .path("items")
                        .get(0)
                        .path("seq")
                        .asLong());
            }
            edited = written.get(1);
            deleted = written.get(3);
            assertThat(first.admin()
                            .post("/audit/verification", Map.of())
                            .json()
                            .path("sound")
                            .asBoolean())
                    .isTrue();
        }
        tamper(data, database, edited, deleted);
        try (Platform second = Platform.start(data, database)) {
            JsonNode report =
                    second.admin().post("/audit/verification", Map.of()).json();
            assertThat(report.path("sound").asBoolean()).as(report.toString()).isFalse();
            List<Long> named = new ArrayList<>();
            report.path("faults").forEach(fault -> named.add(fault.path("seq").asLong()));
            assertThat(named).containsExactly(edited, deleted);
            assertThat(Shell.run(second, "audit:verify")).contains(Long.toString(edited), Long.toString(deleted));
        }
    }

    private static void tamper(Path data, Map<String, String> database, long edited, long deleted) throws SQLException {
        String url = database.getOrDefault("JUTONG_DB_URL", "jdbc:derby:" + data.resolve("db"));
        String user = database.getOrDefault("JUTONG_DB_USER", "");
        String password = database.getOrDefault("JUTONG_DB_PASSWORD", "");
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE AUDIT_ENTRY SET ACTOR = 'somebody' WHERE SEQ = " + edited))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("DELETE FROM AUDIT_ENTRY WHERE SEQ = " + deleted))
                    .isEqualTo(1);
        }
        if (database.isEmpty()) {
            try (Connection none = DriverManager.getConnection(url + ";shutdown=true")) {
                throw new AssertionError("Derby gave a connection instead of shutting down: " + none);
            } catch (SQLException expected) {
                // Derby answers a shutdown with an exception
            }
        }
    }

    private List<JsonNode> entries(String query) {
        List<JsonNode> found = new ArrayList<>();
        admin.get("/audit?limit=100&" + query).json().path("items").forEach(found::add);
        return found;
    }
}
