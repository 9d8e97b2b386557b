package org.jutong.identity.internal.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.citizens.TestCitizens.HERE;
import static org.jutong.identity.internal.citizens.TestCitizens.PASSWORD;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.Citizens.State;
import org.jutong.identity.Client;
import org.jutong.identity.OwnAccount.OwnSession;
import org.jutong.identity.Registrations.Wish;
import org.jutong.identity.Session;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.plugin.Actor;

@ParameterizedClass
@EnumSource(Databases.class)
class OwnAccountTest {

    private static final String MOBILE = "13800000000";
    private static final String OTHER = "13700000000";

    @Parameter
    Databases database;

    private TestCitizens all;
    private Citizen citizen;

    @BeforeEach
    void start() {
        all = new TestCitizens(database.empty());
        citizen = all.citizen(MOBILE);
    }

    private Session signIn(String mobile) {
        return all.own.signIn(mobile, PASSWORD, HERE);
    }

    @Test
    void aNewPasswordAsksForTheOneOfNowAndEndsTheOtherSessions() {
        Session here = signIn(MOBILE);
        Session elsewhere = signIn(MOBILE);

        assertThat(code(() -> all.own.changePassword(here, "not the password", "a walk in the fog", HERE)))
                .isEqualTo("wrong_password");
        Session renewed = all.own.changePassword(here, PASSWORD, "a walk in the fog", HERE);

        assertThat(renewed.token()).isNotEqualTo(here.token());
        assertThat(all.identity.sessions.resume(renewed.token())).isPresent();
        assertThat(all.identity.sessions.resume(here.token())).isEmpty();
        assertThat(all.identity.sessions.resume(elsewhere.token())).isEmpty();
    }

    @Test
    void theNumberMovesByACodeToTheNewOne() {
        String ticket = all.own.moveTo(citizen.actor(), PASSWORD, OTHER, HERE);
        assertThat(all.letterbox.last()).startsWith(OTHER + " message.move ");

        assertThat(all.own
                        .confirmMove(citizen.actor(), ticket, all.letterbox.code())
                        .mobile())
                .isEqualTo("137****0000");

        assertThat(signIn(OTHER).actor()).isEqualTo(citizen.actor());
        assertThat(code(() -> signIn(MOBILE))).isEqualTo("wrong_credentials");
        assertThat(all.identity.audit.lines()).noneMatch(line -> line.contains(OTHER));
    }

    @Test
    void theNumberDoesNotMoveWithoutThePasswordOrToSomebodyElses() {
        Citizen other = all.citizen(OTHER);

        assertThat(code(() -> all.own.moveTo(citizen.actor(), "not the password", "13600000000", HERE)))
                .isEqualTo("wrong_password");
        String ticket = all.own.moveTo(citizen.actor(), PASSWORD, OTHER, HERE);

        assertThat(all.letterbox.last()).isEqualTo(OTHER + " message.move.none");
        assertThat(code(() -> all.own.confirmMove(citizen.actor(), ticket, "000000")))
                .isEqualTo("verification_code_wrong");
        String mine = all.own.moveTo(citizen.actor(), PASSWORD, "13600000000", HERE);
        assertThat(code(() -> all.own.confirmMove(other.actor(), mine, all.letterbox.code())))
                .as("somebody else with my ticket")
                .isEqualTo("verification_code_wrong");
    }

    @Test
    void aNumberThatSomebodyTakesMeanwhileIsRefused() {
        String ticket = all.own.moveTo(citizen.actor(), PASSWORD, OTHER, HERE);
        String code = all.letterbox.code();
        all.clock.pass(Duration.ofMinutes(1));
        all.citizen(OTHER);

        assertThat(code(() -> all.own.confirmMove(citizen.actor(), ticket, code)))
                .isEqualTo("mobile_taken");
        assertThat(all.own.of(citizen.actor()).mobile()).isEqualTo("138****0000");
    }

    @Test
    void closingErasesThePersonAndKeepsTheId() {
        Session session = signIn(MOBILE);
        all.citizens.setRealName(Accounts.SYSTEM, citizen.id(), IdNumberTest.EXAMPLE);
        assertThat(code(() -> all.own.close(citizen.actor(), "not the password", HERE)))
                .isEqualTo("wrong_password");

        all.own.close(citizen.actor(), PASSWORD, HERE);

        assertThat(all.identity.sessions.resume(session.token())).isEmpty();
        assertThat(code(() -> signIn(MOBILE))).isEqualTo("wrong_credentials");
        assertThat(code(() -> all.own.of(citizen.actor()))).isEqualTo("not_signed_in");
        Citizen left = all.citizens.list(Accounts.SYSTEM, "", Long.MAX_VALUE, 1).get(0);
        assertThat(left.id()).isEqualTo(citizen.id());
        assertThat(left.state()).isEqualTo(State.CLOSED);
        assertThat(left.name() + left.mobile()).isEmpty();
        assertThat(left.idNumber()).isEmpty();
        assertThat(code(() -> all.citizens.setDisabled(Accounts.SYSTEM, left.id(), false)))
                .isEqualTo("citizen_closed");
        assertThat(all.citizen(MOBILE).id())
                .as("the number is free, the id is not")
                .isNotEqualTo(left.id());
    }

    @Test
    void ownSessionsAreListedAndEnded() {
        Session here = signIn(MOBILE);
        all.clock.pass(Duration.ofSeconds(1));
        Session elsewhere = all.own.signIn(MOBILE, PASSWORD, new Client("10.0.0.9", "Chrome"));

        List<OwnSession> sessions = all.own.sessions(here);

        assertThat(sessions).extracting(OwnSession::agent).containsExactly("Firefox", "Chrome");
        assertThat(sessions).extracting(OwnSession::current).containsExactly(true, false);
        all.own.endSession(here, sessions.get(1).id());
        assertThat(all.identity.sessions.resume(elsewhere.token())).isEmpty();
        assertThat(all.identity.sessions.resume(here.token())).isPresent();
        assertThat(code(() -> all.own.endSession(here, "no such"))).isEqualTo("session_not_found");
    }

    @Test
    void thisIsForCitizensAlone() {
        assertThat(code(() -> all.own.of(TestIdentity.ADMIN))).isEqualTo("not_signed_in");
        assertThat(code(() -> all.own.of(Actor.ANONYMOUS))).isEqualTo("not_signed_in");
        assertThat(code(() -> all.own.of(new Actor("citizen:999999", "")))).isEqualTo("not_signed_in");
        assertThat(code(() -> all.own.close(TestIdentity.ADMIN, PASSWORD, HERE)))
                .isEqualTo("not_signed_in");
    }

    @Test
    void whoeverForgotNothingNeedsNoSecondRegistration() {
        String ticket = all.registrations.register(new Wish(MOBILE, "王芳", PASSWORD), HERE.address());

        assertThat(all.letterbox.last()).endsWith("message.register.none");
        all.clock.pass(Duration.ofMinutes(1));
        all.registrations.resend(ticket, HERE.address());
        assertThat(all.letterbox.last()).endsWith("message.register.none");
    }
}
