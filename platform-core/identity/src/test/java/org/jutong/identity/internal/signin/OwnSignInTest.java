package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.Refusals.refusal;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts;
import org.jutong.identity.Client;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Session;
import org.jutong.identity.Session.Duty;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;

@ParameterizedClass
@EnumSource(Databases.class)
class OwnSignInTest {

    private static final Client HERE = new Client("127.0.0.1", "Browser");
    private static final String NEW = "another horse, another battery";

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private Store store;
    private TestIdentity identity;
    private Session session;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = new TestIdentity(store, clock);
        identity.account("zhang", NewGrant.on(GUIYANG, Accounts.EDITOR));
        session = signIn(PASSWORD);
    }

    private Session signIn(String password) {
        return identity.sessions.signIn(SignIn.of("zhang", password, HERE));
    }

    @Test
    void aNewPasswordGivesTheSessionNewSecretsAndEndsTheOthers() {
        Session other = signIn(PASSWORD);

        Session renewed = identity.own.changePassword(session, PASSWORD, NEW, HERE);

        assertThat(renewed.token()).isNotEqualTo(session.token());
        assertThat(renewed.csrf()).isNotEqualTo(session.csrf());
        assertThat(renewed.expires()).isEqualTo(session.expires());
        assertThat(identity.sessions.resume(renewed.token())).contains(renewed);
        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(identity.sessions.resume(other.token())).isEmpty();
        assertThat(code(() -> signIn(PASSWORD))).isEqualTo("wrong_credentials");
        assertThat(signIn(NEW)).isNotNull();
        assertThat(identity.audit.lines()).contains("PASSWORD_CHANGE DONE zhang account:zhang");
    }

    @Test
    void thePasswordOfNowAndTheOneBeforeAreNotNew() {
        assertThat(code(() -> identity.own.changePassword(session, PASSWORD, PASSWORD, HERE)))
                .isEqualTo("password_reused");
        Session renewed = identity.own.changePassword(session, PASSWORD, NEW, HERE);
        assertThat(code(() -> identity.own.changePassword(renewed, NEW, PASSWORD, HERE)))
                .isEqualTo("password_reused");
        assertThat(code(() -> identity.own.changePassword(renewed, NEW, "zhangzhang-12", HERE)))
                .isEqualTo("password_guessable");
        assertThat(signIn(NEW)).isNotNull();
    }

    @Test
    void aStolenSessionIsNoPlaceToGuessThePasswordFrom() {
        for (int i = 0; i < 5; i++) {
            assertThat(code(() -> identity.own.changePassword(session, "not the password", NEW, HERE)))
                    .isEqualTo("wrong_password");
        }
        assertThat(code(() -> identity.own.changePassword(session, PASSWORD, NEW, HERE)))
                .isEqualTo("too_many_attempts");
        assertThat(code(() -> signIn(PASSWORD))).isEqualTo("too_many_attempts");
        assertThat(identity.audit.lines()).contains("SIGN_IN DENIED  account:zhang wrong_password");
    }

    @Test
    void aResetPasswordIsMadeUpAndOwed() {
        String made = identity.recovery.resetPassword(ADMIN, "zhang");

        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(code(() -> signIn(PASSWORD))).isEqualTo("wrong_credentials");
        Session first = signIn(made);
        assertThat(first.duties()).containsExactly(Duty.PASSWORD);
        assertThat(identity.own.changePassword(first, made, NEW, HERE).duties()).isEmpty();
        assertThat(identity.audit.lines()).contains("PASSWORD_RESET DONE admin account:zhang");
        assertThat(identity.audit.lines().toString()).doesNotContain(made);
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        identity.audit.fill();

        assertThat(code(() -> identity.own.changePassword(session, PASSWORD, NEW, HERE)))
                .isEqualTo("audit_unavailable");
        assertThat(code(() -> signIn(PASSWORD))).isEqualTo("audit_unavailable");
        assertThat(code(() -> identity.sessions.signOut(session.token()))).isEqualTo("audit_unavailable");

        TestIdentity again = new TestIdentity(store, clock);
        assertThat(again.own.sessions(session.actor(), Optional.empty())).hasSize(1);
        assertThat(again.sessions.resume(session.token())).isPresent();
        assertThat(again.sessions.signIn(SignIn.of("zhang", PASSWORD, HERE))).isNotNull();
    }

    @Test
    void theOwnSessionsAreListedByWhatIsNoSecret() {
        clock.pass(Duration.ofMinutes(5));
        identity.sessions.signIn(SignIn.of("zhang", PASSWORD, new Client("10.0.0.9", "x".repeat(500))));

        List<OwnSession> sessions = identity.own.sessions(session.actor(), Optional.of(session.token()));

        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).agent()).isEqualTo("Browser");
        assertThat(sessions.get(0).created()).isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(sessions.get(0).id()).hasSize(22).isNotEqualTo(session.token());
        assertThat(sessions.get(1).address()).isEqualTo("10.0.0.9");
        assertThat(sessions.get(1).agent()).hasSize(120);
        assertThat(sessions.get(0).current()).isTrue();
        assertThat(sessions.get(1).current()).isFalse();
    }

    @Test
    void oneEndsOnesOwnSessionsAndNobodyElses() {
        Session other = signIn(PASSWORD);
        Session admins = identity.sessions.open(ADMIN, HERE, false);
        String adminsId = identity.own.sessions(ADMIN, Optional.empty()).get(0).id();
        String otherId = identity.own.sessions(session.actor(), Optional.of(other.token())).stream()
                .filter(OwnSession::current)
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(refusal(() -> identity.own.endSession(session.actor(), adminsId))
                        .status())
                .isEqualTo(404);
        identity.own.endSession(session.actor(), otherId);

        assertThat(identity.sessions.resume(other.token())).isEmpty();
        assertThat(identity.sessions.resume(session.token())).isPresent();
        assertThat(identity.sessions.resume(admins.token())).isPresent();
        assertThat(identity.audit.last()).isEqualTo("SESSION_REVOKE DONE zhang account:zhang sessions: 1");
    }

    @Test
    void oneEndsAllButTheSessionInHand() {
        Session other = signIn(PASSWORD);

        identity.own.endOtherSessions(session.actor(), Optional.of(session.token()));

        assertThat(identity.sessions.resume(other.token())).isEmpty();
        assertThat(identity.sessions.resume(session.token())).isPresent();
    }

    @Test
    void anAdministratorEndsSomebodysSessions() {
        identity.recovery.endSessions(ADMIN, "zhang");

        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(identity.audit.last()).isEqualTo("SESSION_REVOKE DONE admin account:zhang sessions: 1");
    }

    @Test
    void theOldestSessionEndsWhenThereWouldBeTooMany() {
        for (int i = 0; i < 10; i++) {
            assertThat(identity.sessions.resume(session.token())).isPresent();
            clock.pass(Duration.ofSeconds(10));
            signIn(PASSWORD);
        }

        assertThat(identity.own.sessions(session.actor(), Optional.empty())).hasSize(10);
        clock.pass(StoredSessions.FRESH);
        assertThat(identity.sessions.resume(session.token())).isEmpty();
    }

    @Test
    void aSessionThatEndsOnOneNodeEndsOnTheOtherWithinTwoSeconds() {
        TestIdentity second = new TestIdentity(store, clock);
        assertThat(second.sessions.resume(session.token())).isPresent();

        identity.sessions.signOut(session.token());

        assertThat(identity.sessions.resume(session.token())).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        assertThat(second.sessions.resume(session.token())).isEmpty();
    }

    @Test
    void aUseOnOneNodeKeepsTheSessionOpenOnTheOther() {
        TestIdentity second = new TestIdentity(store, clock);
        assertThat(second.sessions.resume(session.token())).isPresent();
        clock.pass(Duration.ofMinutes(20));
        assertThat(identity.sessions.resume(session.token())).isPresent();
        clock.pass(Duration.ofMinutes(20));

        assertThat(second.sessions.resume(session.token())).isPresent();
    }

    @Test
    void tokensOfAnyLengthAreJustNoSession() {
        for (String token : List.of("", "\0", "x".repeat(10_000), "密")) {
            assertThat(identity.sessions.resume(token)).isEmpty();
        }
    }
}
