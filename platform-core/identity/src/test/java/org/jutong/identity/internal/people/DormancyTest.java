package org.jutong.identity.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.identity.Accounts.State;
import org.jutong.identity.Client;
import org.jutong.identity.NewGrant;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

@ParameterizedClass
@EnumSource(Databases.class)
class DormancyTest {

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private Store store;
    private TestIdentity identity;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = new TestIdentity(store, clock);
        identity.account("busy", NewGrant.on(GUIYANG, EDITOR));
        identity.account("idle", NewGrant.on(GUIYANG, EDITOR));
    }

    private void signIn(String username) {
        identity.sessions.signIn(SignIn.of(username, PASSWORD, new Client("127.0.0.1", "")));
    }

    private State state(String username) {
        return identity.accounts.find(username).orElseThrow().state();
    }

    @Test
    void whoWasNotThereForNinetyDaysIsBarredAndTheLastAdministratorIsNot() {
        clock.pass(Duration.ofDays(60));
        signIn("busy");
        clock.pass(Duration.ofDays(30));
        assertThat(identity.dormancy.run()).as("on the ninetieth day").isEmpty();
        clock.pass(Duration.ofSeconds(1));

        assertThat(identity.dormancy.run()).containsExactly("idle");

        assertThat(state("idle")).isEqualTo(State.DORMANT);
        assertThat(state("admin")).isEqualTo(State.ACTIVE);
        assertThat(identity.audit.last()).startsWith("ACCOUNT_EXPIRE DONE @system account:idle");
        assertThat(code(() -> signIn("idle"))).isEqualTo("wrong_credentials");
        assertThat(identity.dormancy.run()).as("once").isEmpty();
    }

    @Test
    void whoIsEnabledAgainHasAsLongAgain() {
        clock.pass(Duration.ofDays(91));
        identity.dormancy.run();
        identity = new TestIdentity(store, clock);

        identity.accounts.setDisabled(ADMIN, "idle", false);

        assertThat(state("idle")).isEqualTo(State.ACTIVE);
        assertThat(identity.dormancy.run()).isEmpty();
        signIn("idle");
    }

    @Test
    void whoSignsInOnAnotherNodeIsNotAway() {
        TestIdentity other = new TestIdentity(store, clock);
        clock.pass(Duration.ofDays(60));
        signIn("busy");
        clock.pass(Duration.ofDays(31));

        assertThat(other.dormancy.run()).containsExactly("idle");
    }

    @Test
    void whatAProgramUsesIsInUse() {
        Actor idle = new Actor("idle", "某人");
        Instant inAYear = clock.instant().plus(Duration.ofDays(300));
        String token = identity.tokens
                .create(idle, "import", Set.of("article.write"), inAYear)
                .token();
        clock.pass(Duration.ofDays(80));
        identity.tokens.resume(token);
        clock.pass(Duration.ofDays(11));

        assertThat(identity.dormancy.run()).containsExactly("busy");
        clock.pass(Duration.ofDays(90));
        assertThat(identity.dormancy.run()).containsExactly("idle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "3651", "-1", "soon", "99999999999"})
    void nonsenseIsNotTakenForANumberOfDays(String days) {
        assertThatThrownBy(() -> new Dormancy(
                        store,
                        identity.roster,
                        identity.administrators,
                        identity.sessions,
                        identity.audit,
                        clock,
                        days))
                .hasMessageContaining("JUTONG_DORMANT_DAYS");
    }
}
