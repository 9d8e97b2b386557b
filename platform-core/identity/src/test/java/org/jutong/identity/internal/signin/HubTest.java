package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Client;
import org.jutong.identity.Session;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;

@ParameterizedClass
@EnumSource(Databases.class)
class HubTest {

    private static final String HUB = "www.example";
    private static final String SITE = "guiyang.example";
    private static final Client HERE = new Client("127.0.0.1", "Browser");

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private TestIdentity identity;
    private Hub hub;
    private Session session;

    @BeforeEach
    void start() {
        Store store = database.empty();
        identity = new TestIdentity(store, clock);
        hub = new Hub(
                new StoredOneTimes(store, identity.sealing, clock),
                identity.sessions,
                Optional.of("https://www.example"));
        hub.hosts = host -> host.equals(SITE) || host.equals("zunyi.example") ? Optional.of(GUIYANG) : Optional.empty();
        session = identity.sessions.open(ADMIN, HERE, true);
    }

    private URI meet(String state) {
        return hub.meet(HUB, Optional.of(session), SITE, state, "/letters/?page=2");
    }

    private static String parameter(URI address, String name) {
        for (String pair : address.getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private String codeFor(String state) {
        return parameter(meet(state), "code");
    }

    private String refusal(String host, String code, String state, String cookie) {
        return code(() -> hub.arrive(host, code, state, cookie, HERE));
    }

    @Test
    void whoIsSignedInAtTheHubIsSignedInAtTheSite() {
        String state = hub.state();
        URI away = hub.departure("Guiyang.Example", state, "/letters/?page=2");
        assertThat(away.toString())
                .isEqualTo("https://www.example/api/v1/session/hub?host=guiyang.example&state=" + state
                        + "&return=%2Fletters%2F%3Fpage%3D2");

        URI back = meet(state);
        assertThat(back.toString()).startsWith("https://guiyang.example/api/v1/session/arrival?state=" + state);
        assertThat(back.toString()).doesNotContain(session.token());
        Hub.Arrival arrival = hub.arrive(SITE, parameter(back, "code"), state, state, HERE);

        assertThat(arrival.destination()).isEqualTo("/letters/?page=2");
        assertThat(arrival.session().actor()).isEqualTo(session.actor());
        assertThat(arrival.session().token()).isNotEqualTo(session.token());
        assertThat(arrival.session().expires()).isEqualTo(session.expires());
        assertThat(identity.sessions.resume(arrival.session().token())).isPresent();
    }

    @Test
    void theSitesSessionEndsWithTheHubsAndTheOtherWayRound() {
        String state = hub.state();
        Session child = hub.arrive(SITE, codeFor(state), state, state, HERE).session();
        identity.sessions.signOut(session.token());
        assertThat(identity.sessions.resume(child.token())).isEmpty();

        session = identity.sessions.open(ADMIN, HERE, true);
        Session other = hub.arrive(SITE, codeFor(state), state, state, HERE).session();
        identity.sessions.signOut(other.token());
        assertThat(identity.sessions.resume(session.token())).isEmpty();
    }

    @Test
    void whoIsBusyAtTheSiteIsNotIdleAtTheHub() {
        String state = hub.state();
        Session child = hub.arrive(SITE, codeFor(state), state, state, HERE).session();
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(20));
            assertThat(identity.sessions.resume(child.token())).isPresent();
        }

        assertThat(identity.sessions.resume(session.token())).isPresent();
    }

    @Test
    void aCodeServesOnceWithinAMinute() {
        String state = hub.state();
        String used = codeFor(state);
        hub.arrive(SITE, used, state, state, HERE);
        assertThat(refusal(SITE, used, state, state)).isEqualTo("arrival_failed");

        String late = codeFor(state);
        clock.pass(Duration.ofSeconds(60));
        assertThat(refusal(SITE, late, state, state)).isEqualTo("arrival_failed");
    }

    @Test
    void aCodeServesTheHostAndTheBrowserThatAskedForIt() {
        String state = hub.state();
        String other = hub.state();
        assertThat(refusal("zunyi.example", codeFor(state), state, state)).isEqualTo("arrival_failed");
        assertThat(refusal(SITE, codeFor(state), other, other)).isEqualTo("arrival_failed");
        assertThat(refusal(SITE, codeFor(state), state, other)).isEqualTo("arrival_failed");
        assertThat(refusal(SITE, codeFor(state), state, "")).isEqualTo("arrival_failed");
        assertThat(refusal(SITE, codeFor(state), "", "")).isEqualTo("arrival_failed");
        assertThat(refusal(SITE, "made up", state, state)).isEqualTo("arrival_failed");
        assertThat(refusal(SITE, "x".repeat(10_000), state, state)).isEqualTo("arrival_failed");
    }

    @Test
    void aSessionThatHasEndedLetsNobodyArrive() {
        String state = hub.state();
        String code = codeFor(state);
        identity.sessions.signOut(session.token());

        assertThat(refusal(SITE, code, state, state)).isEqualTo("arrival_failed");
    }

    @Test
    void whoIsNotSignedInOrOwesSomethingGoesBackWithoutACode() {
        String state = hub.state();
        URI nobody = hub.meet(HUB, Optional.empty(), SITE, state, "/letters/");
        assertThat(nobody.toString()).doesNotContain("code=").endsWith("return=%2Fletters%2F");

        Session owing =
                new Session(session.token(), "", ADMIN, session.expires(), java.util.Set.of(Session.Duty.PASSWORD));
        assertThat(hub.meet(HUB, Optional.of(owing), SITE, state, "/").toString())
                .doesNotContain("code=");
    }

    @Test
    void otherHostsAreRefused() {
        String state = hub.state();
        for (String host :
                List.of("", "evil.example", "www.example", "guiyang.example.evil.example", "a@b", "x".repeat(500))) {
            assertThat(code(() -> hub.departure(host, state, "/"))).as(host).isEqualTo("host_unknown");
            assertThat(code(() -> hub.meet(HUB, Optional.of(session), host, state, "/")))
                    .isEqualTo("host_unknown");
        }
        assertThat(code(() -> hub.meet(SITE, Optional.of(session), SITE, state, "/")))
                .isEqualTo("host_unknown");
        assertThat(code(() -> hub.meet(HUB, Optional.of(session), SITE, "short", "/")))
                .isEqualTo("hub_state_invalid");
        hub.hosts = null;
        assertThat(code(() -> hub.departure(SITE, state, "/"))).isEqualTo("host_unknown");
    }

    @Test
    void nobodyIsSentAnywhereElse() {
        for (String elsewhere :
                List.of("https://evil.example", "//evil.example", "/\\evil", "javascript:alert(1)", "/a\r\nb")) {
            assertThat(Hub.path(elsewhere)).as(elsewhere).isEqualTo("/");
        }
        assertThat(Hub.path(null)).isEqualTo("/");
        assertThat(Hub.path("/sites/5201000001/")).isEqualTo("/sites/5201000001/");
    }
}
