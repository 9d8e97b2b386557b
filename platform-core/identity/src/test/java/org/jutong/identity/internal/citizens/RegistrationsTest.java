package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.Refusals.refusal;
import static org.jutong.identity.internal.citizens.TestCitizens.HERE;
import static org.jutong.identity.internal.citizens.TestCitizens.PASSWORD;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts;
import org.jutong.identity.Citizens.Assurance;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.Citizens.State;
import org.jutong.identity.Registrations.Wish;
import org.jutong.identity.Session;
import org.jutong.identity.internal.Databases;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;

@ParameterizedClass
@EnumSource(Databases.class)
class RegistrationsTest {

    private static final String MOBILE = "13800000000";
    private static final String NEW_PASSWORD = "another walk in the snow";

    @Parameter
    Databases database;

    private Store store;
    private TestCitizens all;

    @BeforeEach
    void start() {
        store = database.empty();
        all = new TestCitizens(store);
    }

    private String register(String mobile, String name, String password) {
        return all.registrations.register(new Wish(mobile, name, password), HERE.address());
    }

    private Session signIn(String mobile, String password) {
        return all.own.signIn(mobile, password, HERE);
    }

    private void aMinuteLater() {
        all.clock.pass(Duration.ofMinutes(1));
    }

    private long rows(String entity) {
        return store.read(em -> em.createQuery("SELECT COUNT(r) FROM " + entity + " r", Long.class)
                .getSingleResult());
    }

    @Test
    void aCitizenRegistersWithTheCodeAndSignsInWithTheNumber() {
        String ticket = register("１３８ ００００ ００００", " 王芳 ", PASSWORD);
        assertThat(code(() -> signIn(MOBILE, PASSWORD)))
                .as("not before the code")
                .isEqualTo("wrong_credentials");

        Citizen citizen = all.registrations.confirm(ticket, all.letterbox.code());

        assertThat(citizen.name()).isEqualTo("王芳");
        assertThat(citizen.mobile()).isEqualTo("138****0000");
        assertThat(citizen.assurance()).isEqualTo(Assurance.MOBILE);
        Session session = signIn("+86 138-0000-0000", PASSWORD);
        assertThat(session.actor()).isEqualTo(new Actor("citizen:" + citizen.id(), "王芳"));
        assertThat(session.actor().isCitizen()).isTrue();
        assertThat(session.duties()).isEmpty();
        assertThat(all.identity.sessions.resume(session.token())).contains(session);
        assertThat(all.identity.audit.lines())
                .contains("CITIZEN_REGISTER DONE citizen:" + citizen.id() + " citizen:" + citizen.id());
        assertThat(all.identity.audit.lines()).noneMatch(line -> line.contains(MOBILE));
    }

    @Test
    void aCitizenHoldsNoRightOfStaff() {
        Actor actor = all.citizen(MOBILE).actor();

        assertThat(all.identity.authority.permissionsSomewhere(actor)).isEmpty();
        assertThat(code(() -> all.citizens.list(actor, "", Long.MAX_VALUE, 10))).startsWith("forbidden");
    }

    @Test
    void aNumberThatIsKnownIsAnsweredLikeAnyOtherAndItsOwnerIsTold() {
        all.citizen(MOBILE);
        long before = rows("CodeRow");

        String ticket = register(MOBILE, "别人", NEW_PASSWORD);

        assertThat(ticket).hasSize(43);
        assertThat(rows("CodeRow")).isEqualTo(before + 1);
        assertThat(all.letterbox.last()).isEqualTo(MOBILE + " message.register.none");
        assertThat(code(() -> all.registrations.confirm(ticket, "000000"))).isEqualTo("verification_code_wrong");
        assertThat(signIn(MOBILE, PASSWORD)).isNotNull();
    }

    @Test
    void whoRegisteredTheNumberFirstDoesNotGetTheAccountOfWhoeverGivesTheCode() {
        String strangers = register(MOBILE, "陌生人", "the password of a stranger");
        aMinuteLater();
        String owners = register(MOBILE, "王芳", PASSWORD);

        Citizen citizen = all.registrations.confirm(owners, all.letterbox.code());

        assertThat(citizen.name()).isEqualTo("王芳");
        assertThat(code(() -> signIn(MOBILE, "the password of a stranger"))).isEqualTo("wrong_credentials");
        assertThat(code(() -> all.registrations.confirm(strangers, all.letterbox.code())))
                .isEqualTo("verification_code_wrong");
    }

    @Test
    void ofTwoCodesForOneNumberOnlyOneOpensAnAccount() {
        String first = register(MOBILE, "王芳", PASSWORD);
        String firstCode = all.letterbox.code();
        aMinuteLater();
        String second = register(MOBILE, "王芳", PASSWORD);
        all.registrations.confirm(second, all.letterbox.code());

        assertThat(code(() -> all.registrations.confirm(first, firstCode))).isEqualTo("mobile_taken");
        assertThat(rows("CitizenRow")).isEqualTo(1);
    }

    @Test
    void badInputIsRefusedBeforeAnythingIsStoredOrSent() {
        assertThat(code(() -> register(null, "王芳", PASSWORD))).isEqualTo("mobile_missing");
        assertThat(code(() -> register("12345", "王芳", PASSWORD))).isEqualTo("mobile_invalid");
        assertThat(code(() -> register(MOBILE, null, PASSWORD))).isEqualTo("name_missing");
        assertThat(code(() -> register(MOBILE, "王\u0000芳", PASSWORD))).isEqualTo("name_invalid");
        assertThat(code(() -> register(MOBILE, "王芳", null))).isEqualTo("password_missing");
        assertThat(code(() -> register(MOBILE, "王芳", "short"))).isEqualTo("password_too_short");
        assertThat(code(() -> register(MOBILE, "王芳", "x".repeat(10_000)))).isEqualTo("password_too_long");
        assertThat(code(() -> register(MOBILE, "王芳", MOBILE + "ab"))).isEqualTo("password_guessable");
        assertThat(rows("CodeRow")).isZero();
        assertThat(all.letterbox.sent()).isEmpty();
    }

    @Test
    void withoutTheRecordThereIsNoAccount() {
        String ticket = register(MOBILE, "王芳", PASSWORD);
        all.identity.audit.fill();

        assertThat(code(() -> all.registrations.confirm(ticket, all.letterbox.code())))
                .isEqualTo("audit_unavailable");

        assertThat(rows("CitizenRow")).isZero();
    }

    @Test
    void aForgottenPasswordIsReplacedByCodeAndAllSessionsEnd() {
        all.citizen(MOBILE);
        Session before = signIn(MOBILE, PASSWORD);

        String ticket = all.registrations.recover(MOBILE, HERE.address());
        String code = all.letterbox.code();
        assertThat(code(() -> all.registrations.setPassword(ticket, code, "short")))
                .isEqualTo("password_too_short");
        all.registrations.setPassword(ticket, code, NEW_PASSWORD);

        assertThat(all.identity.sessions.resume(before.token())).isEmpty();
        assertThat(code(() -> signIn(MOBILE, PASSWORD))).isEqualTo("wrong_credentials");
        assertThat(signIn(MOBILE, NEW_PASSWORD)).isNotNull();
        assertThat(code(() -> all.registrations.setPassword(ticket, code, PASSWORD)))
                .as("replayed")
                .isEqualTo("verification_code_wrong");
    }

    @Test
    void recoveryOfAnUnknownNumberLooksTheSameAndOpensNothing() {
        String ticket = all.registrations.recover(MOBILE, HERE.address());

        assertThat(ticket).hasSize(43);
        assertThat(all.letterbox.last()).isEqualTo(MOBILE + " message.recover.none");
        assertThat(code(() -> all.registrations.setPassword(ticket, "000000", NEW_PASSWORD)))
                .isEqualTo("verification_code_wrong");
    }

    @Test
    void aCodeForOneThingDoesNotOpenAnother() {
        Citizen citizen = all.citizen(MOBILE);
        String ticket = all.registrations.recover(MOBILE, HERE.address());
        String code = all.letterbox.code();

        assertThat(code(() -> all.registrations.confirm(ticket, code))).isEqualTo("verification_code_wrong");
        assertThat(code(() -> all.own.confirmMove(citizen.actor(), ticket, code)))
                .isEqualTo("verification_code_wrong");
    }

    @Test
    void guessingAPasswordIsThrottledHoweverTheNumberIsWritten() {
        all.citizen(MOBILE);
        for (String written : new String[] {MOBILE, "138 0000 0000", "１３８００００００００", "+8613800000000", "138-00000000"}) {
            assertThat(code(() -> signIn(written, "not the password"))).isEqualTo("wrong_credentials");
        }

        Problem refusal = refusal(() -> signIn(MOBILE, PASSWORD));

        assertThat(refusal.code()).isEqualTo("too_many_attempts");
        assertThat(refusal.status()).isEqualTo(429);
    }

    @Test
    void theFormIsForCitizensAndSaysWhatIsMissing() {
        assertThat(code(() -> signIn("admin", "whatever it is"))).isEqualTo("mobile_invalid");
        assertThat(code(() -> signIn(MOBILE, null))).isEqualTo("password_missing");
        assertThat(refusal(() -> signIn(MOBILE, "not the password")).getMessage())
                .as("known or not")
                .isEqualTo(
                        refusal(() -> signIn("13900000000", "not the password")).getMessage());
    }

    @Test
    void staffBarACitizenAndLetThemInAgain() {
        Citizen citizen = all.citizen(MOBILE);
        Session session = signIn(MOBILE, PASSWORD);

        assertThat(all.citizens.setDisabled(Accounts.SYSTEM, citizen.id(), true).state())
                .isEqualTo(State.DISABLED);

        assertThat(all.identity.sessions.resume(session.token())).isEmpty();
        assertThat(code(() -> signIn(MOBILE, PASSWORD))).isEqualTo("wrong_credentials");
        assertThat(code(() -> all.own.of(citizen.actor()))).isEqualTo("not_signed_in");
        String ticket = all.registrations.recover(MOBILE, HERE.address());
        assertThat(code(() -> all.registrations.setPassword(ticket, "000000", NEW_PASSWORD)))
                .isEqualTo("verification_code_wrong");
        all.citizens.setDisabled(Accounts.SYSTEM, citizen.id(), false);
        assertThat(signIn(MOBILE, PASSWORD)).isNotNull();
    }

    @Test
    void staffFindCitizensByNumberOrPartOfTheName() {
        Citizen citizen = all.citizen(MOBILE);
        all.citizen("13900000000");

        assertThat(all.citizens.list(Accounts.SYSTEM, "138 0000 0000", Long.MAX_VALUE, 10))
                .containsExactly(citizen);
        assertThat(all.citizens.list(Accounts.SYSTEM, "芳", Long.MAX_VALUE, 10)).hasSize(2);
        assertThat(all.citizens.list(Accounts.SYSTEM, "", Long.MAX_VALUE, 1)).hasSize(1);
        assertThat(all.citizens.list(Accounts.SYSTEM, "", citizen.id() + 1, 10)).containsExactly(citizen);
        assertThat(all.citizens.list(Accounts.SYSTEM, "%", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(all.citizens.list(Accounts.SYSTEM, "\u0000", Long.MAX_VALUE, 10))
                .isEmpty();
        assertThat(citizen.maskedName()).isEqualTo("王**");
    }

    @Test
    void aCheckedRealNameIsKeptMaskedAndIsOnePersonsAlone() {
        Citizen citizen = all.citizen(MOBILE);
        Citizen other = all.citizen("13900000000");

        Citizen checked = all.citizens.setRealName(Accounts.SYSTEM, citizen.id(), IdNumberTest.EXAMPLE);

        assertThat(checked.assurance()).isEqualTo(Assurance.REAL_NAME);
        assertThat(checked.idNumber()).contains("1101************2X");
        assertThat(all.identity.audit.last()).isEqualTo("CITIZEN_VERIFY DONE @system citizen:" + citizen.id());
        assertThat(code(() -> all.citizens.setRealName(Accounts.SYSTEM, other.id(), IdNumberTest.EXAMPLE)))
                .isEqualTo("id_number_taken");
        assertThat(code(() -> all.citizens.setRealName(Accounts.SYSTEM, other.id(), "110105194912310021")))
                .isEqualTo("id_number_expected");
        assertThat(code(() -> all.citizens.setRealName(other.actor(), other.id(), IdNumberTest.EXAMPLE)))
                .startsWith("forbidden");
        assertThat(code(() -> all.citizens.setDisabled(Accounts.SYSTEM, 424_242, true)))
                .isEqualTo("citizen_not_found");
    }
}
