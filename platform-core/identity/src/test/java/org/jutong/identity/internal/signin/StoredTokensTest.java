package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts;
import org.jutong.identity.NewGrant;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

@ParameterizedClass
@EnumSource(Databases.class)
class StoredTokensTest {

    private static final Set<String> WRITE = Set.of("article.write");

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private Store store;
    private TestIdentity identity;
    private Actor zhang;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = new TestIdentity(store, clock);
        zhang = identity.account("zhang", NewGrant.on(GUIYANG, Accounts.EDITOR));
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private String made() {
        return identity.tokens
                .create(zhang, "import", WRITE, in(Duration.ofDays(30)))
                .token();
    }

    private String refusal(String name, Set<String> permissions, Instant expires) {
        return code(() -> identity.tokens.create(zhang, name, permissions, expires));
    }

    @Test
    void aTokenStandsForItsAccountWithinItsScopes() {
        String token = made();

        assertThat(token).matches("jt_[A-Za-z0-9_-]{43}");
        assertThat(identity.tokens.resume(token).orElseThrow().actor()).isEqualTo(zhang);
        assertThat(identity.tokens.resume(token).orElseThrow().permissions()).isEqualTo(WRITE);
        assertThat(new TestIdentity(store, clock).tokens.resume(token)).isPresent();
        assertThat(made()).isNotEqualTo(token);
    }

    @Test
    void whatIsNoTokenOpensNothing() {
        String token = made();
        for (String other :
                Set.of("", "jt_", token + "x", token.substring(1), "x".repeat(10_000), "jt_" + "\0".repeat(43))) {
            assertThat(identity.tokens.resume(other)).isEmpty();
        }
    }

    @Test
    void nobodyGivesAProgramMoreThanTheyHold() {
        assertThat(refusal("import", Set.of("article.write", "identity.manage"), in(Duration.ofDays(1))))
                .isEqualTo("token_permission_not_held");
        assertThat(refusal("import", Set.of("made.up"), in(Duration.ofDays(1)))).isEqualTo("token_permission_not_held");
        assertThat(refusal("import", Set.of(), in(Duration.ofDays(1)))).isEqualTo("token_permissions_missing");
    }

    @Test
    void everyTokenExpiresWithinAYear() {
        assertThat(refusal("import", WRITE, null)).isEqualTo("token_expires_missing");
        assertThat(refusal("import", WRITE, clock.instant())).isEqualTo("token_expires_invalid");
        assertThat(refusal("import", WRITE, in(Duration.ofDays(366).plusSeconds(1))))
                .isEqualTo("token_expires_invalid");
        String token = identity.tokens
                .create(zhang, "import", WRITE, in(Duration.ofDays(366)))
                .token();
        clock.pass(Duration.ofDays(366).minusSeconds(1));
        assertThat(identity.tokens.resume(token)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(identity.tokens.resume(token)).isEmpty();
    }

    @Test
    void aTokenHasANameOfSomeLength() {
        assertThat(refusal(null, WRITE, in(Duration.ofDays(1)))).isEqualTo("token_name_missing");
        assertThat(refusal(" ", WRITE, in(Duration.ofDays(1)))).isEqualTo("token_name_missing");
        assertThat(refusal("名".repeat(101), WRITE, in(Duration.ofDays(1)))).isEqualTo("token_name_too_long");
        String longest = "𠀀".repeat(100);
        assertThat(identity.tokens
                        .create(zhang, longest, WRITE, in(Duration.ofDays(1)))
                        .facts()
                        .name())
                .isEqualTo(longest);
        assertThat(identity.tokens.of("zhang")).extracting(OwnToken::name).containsExactly(longest);
    }

    @Test
    void aTokenOfSomebodyWhoMayNotSignInOpensNothing() {
        String token = made();

        identity.accounts.setDisabled(ADMIN, "zhang", true);
        assertThat(identity.tokens.resume(token)).isEmpty();
        identity.accounts.setDisabled(ADMIN, "zhang", false);
        assertThat(identity.tokens.resume(token)).isPresent();
        identity.recovery.resetPassword(ADMIN, "zhang");
        assertThat(identity.tokens.resume(token)).isEmpty();
    }

    @Test
    void aTokenOfAnAdministratorNeedsASecondFactorOnTheAccountAndNoneOfItsOwn() {
        Instant tomorrow = in(Duration.ofDays(1));
        String token = identity.tokens
                .create(ADMIN, "backup", Set.of("audit.export"), tomorrow)
                .token();
        TestIdentity strict = new TestIdentity(store, clock, "administrators");
        assertThat(strict.tokens.resume(token)).isEmpty();

        new CredentialTable(store).offer("admin", identity.sealing.seal(new byte[20], "admin"));
        new CredentialTable(store).enrol("admin", 1);

        assertThat(strict.tokens.resume(token)).isPresent();
    }

    @Test
    void aTokenOfAnAccountThatIsGoneOpensNothing() {
        String token = made();
        store.change(em -> {
            em.createQuery("DELETE FROM GrantRow g WHERE g.username = 'zhang'").executeUpdate();
            em.createQuery("DELETE FROM AccountRow a WHERE a.username = 'zhang'")
                    .executeUpdate();
        });

        assertThat(new TestIdentity(store, clock).tokens.resume(token)).isEmpty();
    }

    @Test
    void aRevokedTokenOpensNothingAndOnlyItsHolderRevokesIt() {
        StoredTokens.Made made = identity.tokens.create(zhang, "import", WRITE, in(Duration.ofDays(1)));
        String id = made.facts().id();
        assertThat(code(() -> identity.tokens.revoke(ADMIN, "admin", id))).isEqualTo("token_not_found");
        assertThat(identity.tokens.resume(made.token())).isPresent();

        identity.tokens.revoke(zhang, "zhang", id);

        assertThat(identity.tokens.resume(made.token())).isEmpty();
        assertThat(code(() -> identity.tokens.revoke(zhang, "zhang", id))).isEqualTo("token_not_found");
    }

    @Test
    void usesAreSeenAndMakingAndRevokingAreRecorded() {
        StoredTokens.Made made = identity.tokens.create(zhang, "import", WRITE, in(Duration.ofDays(1)));
        String object = "token:zhang/" + made.facts().id();
        assertThat(identity.audit.last())
                .startsWith("TOKEN_CREATE DONE zhang " + object + " article.write until 2026-");
        assertThat(identity.tokens.of("zhang").get(0).lastUsed()).isEmpty();

        clock.pass(Duration.ofHours(1));
        identity.tokens.resume(made.token());
        assertThat(identity.tokens.of("zhang").get(0).lastUsed()).contains(clock.instant());

        identity.tokens.revoke(zhang, "zhang", made.facts().id());
        assertThat(identity.audit.last()).isEqualTo("TOKEN_REVOKE DONE zhang " + object);
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        String token = made();
        String id = identity.tokens.of("zhang").get(0).id();
        identity.audit.fill();

        assertThat(code(this::made)).isEqualTo("audit_unavailable");
        assertThat(code(() -> identity.tokens.revoke(zhang, "zhang", id))).isEqualTo("audit_unavailable");
        assertThat(identity.tokens.of("zhang")).hasSize(1);
        assertThat(identity.tokens.resume(token)).isPresent();
    }

    @Test
    void theTokenIsNowhereInTheDatabase() {
        String token = made();

        String stored = store.read(em -> em.createQuery("SELECT t.tokenHash FROM TokenRow t", String.class)
                .getSingleResult());
        assertThat(stored).matches("[0-9a-f]{64}").doesNotContain(token);
        assertThat(identity.tokens.of("zhang").toString()).doesNotContain(token);
    }
}
