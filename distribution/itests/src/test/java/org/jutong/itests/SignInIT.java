package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Authenticator;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;
import org.jutong.itests.platform.Shell;

/** A platform as it comes: the second factor is asked of administrators, and what is taken away is gone in seconds. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {

    private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private final Authenticator phone = new Authenticator(SECRET);
    private Platform platform;
    private Api admin;
    private Instant step = Instant.now().minusSeconds(30);

    @BeforeAll
    void start() {
        Map<String, String> environment =
                new java.util.HashMap<>(Shared.onPostgres() ? Shared.freshPostgres() : Map.of());
        environment.put("JUTONG_SECOND_FACTOR", "");
        environment.put("JUTONG_ADMIN_TOTP", SECRET);
        platform = Platform.start(Shared.folder("sign-in"), environment);
        admin = platform.api().signIn(Map.of("username", "admin", "password", Platform.PASSWORD, "totp", fresh()));
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    /** A code that was not used yet: each is good once, those of the step before and after count too. */
    private String fresh() {
        Instant now = Instant.now();
        Instant next = step.plusSeconds(30);
        step = next.isBefore(now) ? now : next;
        while (step.isAfter(Instant.now().plusSeconds(25))) {
            java.util.concurrent.locks.LockSupport.parkNanos(500_000_000L);
        }
        return phone.codeAt(step);
    }

    @Test
    void anAdministratorNeedsTheCodeAndEachCodeIsGoodOnce() {
        assertThat(signIn(Map.of("username", "admin", "password", Platform.PASSWORD))
                        .code())
                .isEqualTo("second_factor_missing");
        assertThat(signIn(Map.of("username", "admin", "password", Platform.PASSWORD, "totp", "000000"))
                        .code())
                .isEqualTo("wrong_second_factor");
        Map<String, String> right = Map.of("username", "admin", "password", Platform.PASSWORD, "totp", fresh());
        assertThat(signIn(right).status()).isEqualTo(200);
        assertThat(signIn(right).code()).as("the same code again").isEqualTo("wrong_second_factor");
        assertThat(signIn(Map.of(
                                "username",
                                "admin",
                                "password",
                                Platform.PASSWORD,
                                "totp",
                                phone.codeAt(Instant.now().minus(Duration.ofMinutes(5)))))
                        .code())
                .as("a code of five minutes ago")
                .isEqualTo("wrong_second_factor");
    }

    @Test
    void theShellTakesTheCodeBehindThePassword() {
        assertThatThrownBy(() -> Shell.as(platform, "admin", Platform.PASSWORD, "identity:list"))
                .hasMessageContaining("authentication");
        assertThat(Shell.as(platform, "admin", Platform.PASSWORD + fresh(), "identity:list"))
                .contains("admin");
    }

    @Test
    void aNewAdministratorMustChooseAPasswordAndSetTheSecondFactorUpBeforeAnythingElse() {
        JsonNode made = admin.post(
                        "/users",
                        Map.of(
                                "username",
                                "guiyang.admin",
                                "displayName",
                                "贵阳管理员",
                                "grants",
                                List.of(Map.of("role", "security-administrator", "site", Province.GUIYANG))))
                .json();
        String first = made.path("password").asText();
        assertThat(first).as(made.toString()).hasSizeGreaterThanOrEqualTo(12);

        Api person = platform.api().signIn("guiyang.admin", first);
        assertThat(words(person.get("/session").json().path("duties"))).contains("password", "secondFactor");
        assertThat(person.get("/users").code()).isEqualTo("password_change_required");

        String own = "a password of their own choice";
        person.adopt(person.put("/session/password", Map.of("current", first, "password", own)));
        assertThat(person.get("/users").code()).isEqualTo("second_factor_enrolment_required");

        JsonNode secret = person.post("/session/totp", Map.of("password", own)).json();
        Authenticator theirs = new Authenticator(secret.path("secret").asText());
        Api.Answer enrolled = person.put("/session/totp", Map.of("code", theirs.code()));
        assertThat(enrolled.json().path("recoveryCodes")).as(enrolled.text()).hasSize(10);
        person.adopt(enrolled);
        assertThat(person.get("/users").status()).isEqualTo(200);

        Map<String, String> recovery = Map.of(
                "username",
                "guiyang.admin",
                "password",
                own,
                "recoveryCode",
                enrolled.json().path("recoveryCodes").get(0).asText());
        assertThat(signIn(recovery).status()).isEqualTo(200);
        assertThat(signIn(recovery).code()).as("the same recovery code again").isEqualTo("wrong_second_factor");
    }

    @Test
    void aSessionEndsWithinFiveSecondsOfItsReason() {
        person("ends.logout");
        person("ends.disabled");
        person("ends.grant");
        Api leaving = platform.api().signIn("ends.logout", Platform.PASSWORD);
        Api sameSession = leaving.withoutToken();
        leaving.delete("/session");
        assertGone(sameSession);

        Api disabled = platform.api().signIn("ends.disabled", Platform.PASSWORD);
        admin.patch("/users/ends.disabled", Map.of("disabled", true));
        assertGone(disabled);
        assertThat(signIn(Map.of("username", "ends.disabled", "password", Platform.PASSWORD))
                        .code())
                .isEqualTo("wrong_credentials");

        Api losing = platform.api().signIn("ends.grant", Platform.PASSWORD);
        long grant = admin.get("/grants?user=ends.grant")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asLong();
        assertThat(admin.delete("/grants/" + grant + "?reason=moved").status()).isLessThan(300);
        assertGone(losing);
    }

    @Test
    void aTokenOpensWhatItsScopesNameUntilItIsRevokedOrItsAccountIsDisabled() {
        person("token.holder");
        Api holder = platform.api().signIn("token.holder", Platform.PASSWORD);
        Map<String, Object> wish = Map.of(
                "name",
                "发布程序",
                "permissions",
                List.of("article.write"),
                "expires",
                Instant.now().plus(Duration.ofDays(30)).toString());
        JsonNode made = holder.post("/tokens", wish).json();
        Api program = platform.api().bearer(made.path("token").asText());
        String articles = "/sites/" + Province.GUIYANG + "/articles";
        assertThat(program.post(articles, Province.draft("程序投稿")).status()).isEqualTo(201);
        assertThat(program.get("/orders").status()).isEqualTo(403);
        assertThat(program.get("/tokens").code()).isEqualTo("token_not_accepted");
        assertThat(holder.get("/tokens").text())
                .doesNotContain(made.path("token").asText());

        holder.delete("/tokens/" + made.path("id").asText());
        assertThat(program.get(articles).status()).isEqualTo(401);

        Api second = platform.api()
                .bearer(holder.post("/tokens", wish).json().path("token").asText());
        assertThat(second.get(articles).status()).isEqualTo(200);
        admin.patch("/users/token.holder", Map.of("disabled", true));
        Eventually.holds(
                Duration.ofSeconds(5),
                () -> second.get(articles).status() == 401,
                "the token of a disabled account ends");
    }

    private void person(String username) {
        Api.Answer made = admin.post(
                "/users",
                Map.of(
                        "username",
                        username,
                        "displayName",
                        "演练",
                        "password",
                        Platform.PASSWORD,
                        "keepPassword",
                        true,
                        "grants",
                        List.of(Map.of("role", "editor", "site", Province.GUIYANG))));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private void assertGone(Api session) {
        Eventually.holds(Duration.ofSeconds(5), () -> session.get("/session").status() == 401, "the session ends");
    }

    private Api.Answer signIn(Map<String, String> credentials) {
        return platform.api().post("/session", credentials);
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }
}
