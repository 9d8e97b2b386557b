package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.Refusals.refusal;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts;
import org.jutong.identity.Client;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Session;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;

@ParameterizedClass
@EnumSource(Databases.class)
class SignInTest {

    private static final Client HERE = new Client("127.0.0.1", "Browser");

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private Store store;
    private TestIdentity identity;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = restarted();
        identity.account("zhang", NewGrant.on(GUIYANG, Accounts.EDITOR));
    }

    private TestIdentity restarted() {
        return new TestIdentity(store, clock);
    }

    private Session signIn() {
        return identity.sessions.signIn(SignIn.of("zhang", PASSWORD, HERE));
    }

    private void fail(int times, String username) {
        for (int i = 0; i < times; i++) {
            assertThat(code(() -> identity.sessions.signIn(SignIn.of(username, "not the password", HERE))))
                    .isEqualTo("wrong_credentials");
        }
    }

    @Test
    void theRightPasswordOpensASession() {
        Session session = signIn();

        assertThat(session.actor().username()).isEqualTo("zhang");
        assertThat(session.expires()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
        assertThat(identity.sessions.resume(session.token())).contains(session);
    }

    @Test
    void eachSessionHasSecretsOfItsOwn() {
        Session one = signIn();
        Session other = signIn();

        assertThat(one.token()).hasSize(43).isNotEqualTo(other.token()).isNotEqualTo(one.csrf());
        assertThat(one.csrf()).hasSize(43).isNotEqualTo(other.csrf());
        assertThat(one.toString()).doesNotContain(one.token()).doesNotContain(one.csrf());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldApartByNobody() {
        Problem wrong = refusal(() -> identity.sessions.signIn(SignIn.of("zhang", "not the password", HERE)));
        Problem unknown = refusal(() -> identity.sessions.signIn(SignIn.of("nobody", PASSWORD, HERE)));

        assertThat(wrong.getMessage()).isEqualTo(unknown.getMessage());
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void aPasswordBeyondAllMeasureIsWrongWithoutBeingHashed() {
        assertThat(code(() -> identity.sessions.signIn(SignIn.of("zhang", "x".repeat(2_000_000), HERE))))
                .isEqualTo("wrong_credentials");
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordMustWait() {
        fail(5, "zhang");

        Problem refusal = refusal(this::signIn);

        assertThat(refusal.code()).isEqualTo("too_many_attempts");
        assertThat(refusal.status()).isEqualTo(429);
        assertThat((long) refusal.arguments().get(0)).isBetween(899L, 901L);
        clock.pass(Duration.ofMinutes(15));
        assertThat(signIn().actor().username()).isEqualTo("zhang");
    }

    @Test
    void aRestartForgivesNobody() {
        fail(5, "zhang");

        identity = restarted();

        assertThat(code(this::signIn)).isEqualTo("too_many_attempts");
    }

    @Test
    void theRightPasswordForgivesTheNamesFailures() {
        fail(4, "zhang");
        signIn();
        fail(4, "zhang");

        assertThat(signIn()).isNotNull();
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < Throttle.PER_ADDRESS; i++) {
            fail(1, "name" + i);
        }

        assertThat(code(this::signIn)).isEqualTo("too_many_attempts");
        assertThat(identity.sessions.signIn(SignIn.of("zhang", PASSWORD, new Client("10.0.0.9", ""))))
                .isNotNull();
    }

    @Test
    void aSessionOutlivesARestart() {
        Session session = signIn();

        identity = restarted();

        assertThat(identity.sessions.resume(session.token())).contains(session);
    }

    @Test
    void aSessionEndsAfterThirtyIdleMinutes() {
        Session session = signIn();
        clock.pass(Duration.ofMinutes(29));
        assertThat(identity.sessions.resume(session.token())).isPresent();
        clock.pass(Duration.ofMinutes(29));
        assertThat(identity.sessions.resume(session.token())).isPresent();

        clock.pass(Duration.ofMinutes(30));

        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(restarted().sessions.resume(session.token())).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        Session session = signIn();
        for (int i = 0; i < 12 * 3 - 1; i++) {
            clock.pass(Duration.ofMinutes(20));
            assertThat(identity.sessions.resume(session.token())).isPresent();
        }

        clock.pass(Duration.ofMinutes(20));

        assertThat(identity.sessions.resume(session.token())).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Session session = signIn();

        identity.sessions.signOut(session.token());
        identity.sessions.signOut("never was");

        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(restarted().sessions.resume(session.token())).isEmpty();
    }

    @Test
    void disablingAnAccountEndsItsSessionsAtOnceAndEnablingDoesNotBringThemBack() {
        Session session = signIn();

        identity.accounts.setDisabled(ADMIN, "zhang", true);

        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(code(this::signIn)).isEqualTo("wrong_credentials");
        identity.accounts.setDisabled(ADMIN, "zhang", false);
        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(signIn()).isNotNull();
    }

    @Test
    void theTokenIsNowhereInTheDatabase() {
        Session session = signIn();

        String stored = store.read(em -> em.createQuery("SELECT s.tokenHash FROM SessionRow s", String.class)
                .getSingleResult());

        assertThat(stored).hasSize(64).doesNotContain(session.token());
    }
}
