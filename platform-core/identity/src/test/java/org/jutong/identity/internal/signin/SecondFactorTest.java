package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;
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
import org.jutong.identity.internal.store.CredentialTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

@ParameterizedClass
@EnumSource(Databases.class)
class SecondFactorTest {

    private static final Client HERE = new Client("127.0.0.1", "Browser");
    private static final Duration STEP = Duration.ofSeconds(30);

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private final Totp totp = new Totp();
    private Store store;
    private TestIdentity identity;
    private byte[] secret;
    private List<String> recoveryCodes;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = new TestIdentity(store, clock, "administrators");
        identity.account("zhang", NewGrant.on(GUIYANG, Accounts.EDITOR));
    }

    private Session signIn(String code, String recoveryCode) {
        return identity.sessions.signIn(
                new SignIn("zhang", PASSWORD, Optional.ofNullable(code), Optional.ofNullable(recoveryCode), HERE));
    }

    private String now() {
        return totp.code(secret, clock.instant());
    }

    /** The second factor of zhang is in force from then on, and its first code used up. */
    private Session enrolled() {
        Session session = signIn(null, null);
        secret = new Base32()
                .decode(identity.own.offer(session.actor(), PASSWORD, HERE).secret());
        OwnSignIn.Enrolled enrolled = identity.own.enrol(session, now(), HERE);
        recoveryCodes = enrolled.recoveryCodes();
        return enrolled.session();
    }

    @Test
    void fromTheFirstRightCodeOnThePasswordAloneIsNotEnough() {
        enrolled();
        clock.pass(STEP);

        assertThat(code(() -> signIn(null, null))).isEqualTo("second_factor_missing");
        assertThat(code(() -> signIn("000000", null))).isEqualTo("wrong_second_factor");
        assertThat(code(() -> signIn("", null))).isEqualTo("wrong_second_factor");
        assertThat(code(() -> signIn("\0".repeat(10_000), null))).isEqualTo("wrong_second_factor");
        assertThat(signIn(now(), null)).isNotNull();
        assertThat(identity.audit.last()).isEqualTo("SIGN_IN DONE zhang account:zhang password and code");
        signIn(null, recoveryCodes.get(0));
        assertThat(identity.audit.last()).isEqualTo("SIGN_IN DONE zhang account:zhang password and recovery code");
    }

    @Test
    void aSecretThatWasOnlyShownIsNotInForce() {
        Session session = signIn(null, null);
        identity.own.offer(session.actor(), PASSWORD, HERE);

        assertThat(code(() -> identity.own.enrol(session, "000000", HERE))).isEqualTo("wrong_second_factor");
        assertThat(identity.own.hasSecondFactor(session.actor())).isFalse();
        assertThat(signIn(null, null)).isNotNull();
        Session other = identity.sessions.open(TestIdentity.ADMIN, HERE, false);
        assertThat(code(() -> identity.own.enrol(other, "000000", HERE))).isEqualTo("second_factor_not_offered");
    }

    @Test
    void enrolmentGivesTheSessionNewSecretsAndEndsTheOthers() {
        Session before = signIn(null, null);
        Session elsewhere = signIn(null, null);

        secret = new Base32()
                .decode(identity.own.offer(before.actor(), PASSWORD, HERE).secret());
        Session after = identity.own.enrol(before, now(), HERE).session();

        assertThat(identity.sessions.resume(before.token())).isEmpty();
        assertThat(identity.sessions.resume(elsewhere.token())).isEmpty();
        assertThat(identity.sessions.resume(after.token())).contains(after);
        assertThat(after.csrf()).isNotEqualTo(before.csrf());
        assertThat(identity.audit.last()).isEqualTo("SECOND_FACTOR_ENROL DONE zhang account:zhang");
    }

    @Test
    void aCodeIsAcceptedOnceOnEveryNode() {
        enrolled();
        assertThat(code(() -> signIn(now(), null))).isEqualTo("wrong_second_factor");

        clock.pass(STEP);
        String code = now();
        signIn(code, null);

        assertThat(code(() -> signIn(code, null))).isEqualTo("wrong_second_factor");
        identity = new TestIdentity(store, clock, "administrators");
        assertThat(code(() -> signIn(code, null))).isEqualTo("wrong_second_factor");
    }

    @Test
    void aPhonesClockMayBeHalfAMinuteOffAndNoMore() {
        enrolled();
        clock.pass(Duration.ofMinutes(10));

        String late = totp.code(secret, clock.instant().minus(STEP.multipliedBy(2)));
        String slow = totp.code(secret, clock.instant().minus(STEP));
        String fast = totp.code(secret, clock.instant().plus(STEP));
        String early = totp.code(secret, clock.instant().plus(STEP.multipliedBy(2)));

        assertThat(code(() -> signIn(late, null))).isEqualTo("wrong_second_factor");
        assertThat(code(() -> signIn(early, null))).isEqualTo("wrong_second_factor");
        assertThat(signIn(slow, null)).isNotNull();
        assertThat(signIn(fast, null)).isNotNull();
        // a later code has been accepted: the one of now has had its time
        assertThat(code(() -> signIn(now(), null))).isEqualTo("wrong_second_factor");
    }

    @Test
    void aRecoveryCodeServesOnce() {
        enrolled();
        assertThat(recoveryCodes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .as("120 bits in base32")
                .allMatch(code -> code.matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){5}"));

        assertThat(signIn(null, recoveryCodes.get(0).toLowerCase().replace("-", " ")))
                .isNotNull();
        assertThat(code(() -> signIn(null, recoveryCodes.get(0)))).isEqualTo("wrong_second_factor");
        assertThat(signIn(null, recoveryCodes.get(1))).isNotNull();
        assertThat(code(() -> signIn(null, "A".repeat(10_000)))).isEqualTo("wrong_second_factor");
    }

    @Test
    void aShorterRecoveryCodeFromBeforeStillServes() {
        enrolled();
        String old = "ABCD-EFGH-2345-67AB";
        new CredentialTable(store).setRecoveryCodes("zhang", List.of(Secrets.hash("zhang " + old.replace("-", ""))));

        assertThat(signIn(null, old)).isNotNull();
    }

    @Test
    void theFirstOfTwoStepsIsNoDenialAndAWrongCodeIsOne() {
        enrolled();
        clock.pass(STEP);
        int before = identity.audit.lines().size();

        assertThat(code(() -> signIn(null, null))).isEqualTo("second_factor_missing");
        signIn(now(), null);
        assertThat(identity.audit.lines().subList(before, identity.audit.lines().size()))
                .containsExactly("SIGN_IN DONE zhang account:zhang password and code");

        assertThat(code(() -> signIn("000000", null))).isEqualTo("wrong_second_factor");
        assertThat(identity.audit.last()).startsWith("SIGN_IN DENIED").endsWith("wrong_second_factor");
        assertThat(code(() -> identity.credentials.checkLine(SignIn.of("zhang", PASSWORD, HERE))))
                .isEqualTo("second_factor_missing");
        assertThat(identity.audit.last())
                .as("the shell has no second step")
                .startsWith("SIGN_IN DENIED")
                .endsWith("second_factor_missing");
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        Session session = enrolled();

        List<String> renewed = identity.own.renewRecoveryCodes(session.actor(), PASSWORD, HERE);

        assertThat(code(() -> signIn(null, recoveryCodes.get(0)))).isEqualTo("wrong_second_factor");
        assertThat(signIn(null, renewed.get(0))).isNotNull();
        assertThat(identity.audit.lines()).contains("RECOVERY_CODES_RENEW DONE zhang account:zhang");
    }

    @Test
    void guessesOfCodesCountLikeGuessesOfPasswords() {
        enrolled();
        for (int i = 0; i < 3; i++) {
            assertThat(code(() -> signIn("000000", null))).isEqualTo("wrong_second_factor");
            // the right password alone does not start the count again
            assertThat(code(() -> signIn(null, null))).isEqualTo("second_factor_missing");
        }
        assertThat(code(() -> signIn(null, "AAAA"))).isEqualTo("wrong_second_factor");
        assertThat(code(() -> signIn(null, "BBBB"))).isEqualTo("wrong_second_factor");

        clock.pass(STEP);
        assertThat(code(() -> signIn(now(), null))).isEqualTo("too_many_attempts");
        identity.recovery.unlock(TestIdentity.ADMIN, "zhang");
        assertThat(signIn(now(), null)).isNotNull();
    }

    @Test
    void whoGivesRightsOwesOneAndWhoWritesArticlesDoesNot() {
        Session admin = identity.sessions.open(TestIdentity.ADMIN, HERE, false);

        assertThat(admin.duties()).containsExactly(Duty.SECOND_FACTOR);
        assertThat(identity.sessions.resume(admin.token()).orElseThrow().duties())
                .containsExactly(Duty.SECOND_FACTOR);
        assertThat(signIn(null, null).duties()).isEmpty();
        assertThat(identity.accounts.find("zhang").orElseThrow().lastSignIn()).contains(clock.instant());
        assertThat(identity.sessions.open(TestIdentity.ADMIN, HERE, true).duties())
                .isEmpty();
        assertThat(new TestIdentity(store, clock, "nobody")
                        .sessions
                        .open(TestIdentity.ADMIN, HERE, false)
                        .duties())
                .isEmpty();
        identity = new TestIdentity(store, clock, "everybody");
        assertThat(signIn(null, null).duties()).containsExactly(Duty.SECOND_FACTOR);
    }

    @Test
    void whoIsVouchedForShowsTheSecondFactorUnlessItWasSeenElsewhere() {
        enrolled();
        clock.pass(STEP);
        Session session = identity.sessions.open(enrolledActor(), HERE, false);
        assertThat(session.duties()).containsExactly(Duty.SECOND_FACTOR);
        assertThat(code(() -> identity.own.take(session, "000000", HERE))).isEqualTo("wrong_second_factor");

        OwnSignIn.Enrolled shown = identity.own.take(session, now(), HERE);

        assertThat(shown.recoveryCodes()).isEmpty();
        assertThat(shown.session().duties()).isEmpty();
        assertThat(identity.sessions
                        .resume(shown.session().token())
                        .orElseThrow()
                        .duties())
                .isEmpty();
        assertThat(identity.sessions.open(enrolledActor(), HERE, true).duties()).isEmpty();
    }

    private Actor enrolledActor() {
        return identity.roster.find("zhang").orElseThrow().account().actor();
    }

    @Test
    void itIsRemovedByItsOwnerUnlessTheRightsAskForIt() {
        Session session = enrolled();
        TestIdentity strict = new TestIdentity(store, clock, "everybody");
        assertThat(code(() -> strict.own.removeSecondFactor(session.actor(), PASSWORD, HERE)))
                .isEqualTo("second_factor_required");
        assertThat(code(() -> identity.own.removeSecondFactor(session.actor(), "wrong", HERE)))
                .isEqualTo("wrong_password");

        identity.own.removeSecondFactor(session.actor(), PASSWORD, HERE);

        assertThat(signIn(null, null)).isNotNull();
        assertThat(code(() -> identity.own.renewRecoveryCodes(session.actor(), PASSWORD, HERE)))
                .isEqualTo("second_factor_absent");
    }

    @Test
    void anAdministratorRemovesALostOneAndAllSessionsEnd() {
        Session session = enrolled();

        identity.recovery.removeSecondFactor(TestIdentity.ADMIN, "zhang");

        assertThat(identity.sessions.resume(session.token())).isEmpty();
        assertThat(signIn(null, null)).isNotNull();
        assertThat(identity.audit.lines()).contains("SECOND_FACTOR_REMOVE DONE admin account:zhang");
    }

    @Test
    void nothingOfItIsReadableInTheDatabase() {
        enrolled();

        String stored = store.read(
                em -> em.createQuery("SELECT c.secret FROM CredentialRow c WHERE c.username = 'zhang'", String.class)
                        .getSingleResult());
        List<String> codes = store.read(em -> em.createQuery("SELECT r.codeHash FROM RecoveryCodeRow r", String.class)
                .getResultList());

        assertThat(stored).doesNotContain(new Base32().encodeToString(secret));
        assertThat(identity.sealing.open(stored, "zhang")).isEqualTo(secret);
        assertThat(codes).hasSize(10).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @Test
    void codesAreThoseOfTheStandard() {
        byte[] standard = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(totp.code(standard, java.time.Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(totp.code(standard, java.time.Instant.ofEpochSecond(1111111109)))
                .isEqualTo("081804");
        assertThat(totp.code(standard, java.time.Instant.ofEpochSecond(20000000000L)))
                .isEqualTo("353130");
    }
}
