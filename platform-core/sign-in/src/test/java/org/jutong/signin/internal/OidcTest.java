package org.jutong.signin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.identity.OneTimes;
import org.jutong.plugin.Problem;
import org.jutong.signin.internal.Oidc.Arrival;

class OidcTest {

    private static final String BROWSER = "secret of the browser";

    private StubProvider provider;
    private Oidc oidc;

    @BeforeEach
    void start() throws IOException {
        provider = new StubProvider();
        oidc = oidc(provider.issuer());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static Oidc oidc(URI issuer) {
        Map<String, String> environment = Map.of(
                "JUTONG_OIDC_ISSUER",
                issuer.toString(),
                "JUTONG_OIDC_CLIENT_ID",
                StubProvider.CLIENT,
                "JUTONG_OIDC_CLIENT_SECRET",
                StubProvider.SECRET,
                "JUTONG_OIDC_ACR",
                "loa3 loa4",
                "JUTONG_PUBLIC_URL",
                "https://portal.example/");
        return new Oidc(OidcSettings.of(new Environment(environment)).orElseThrow(), new Kept());
    }

    private static String state(URI request) {
        return URLUtils.parseParameters(request.getRawQuery()).get("state").get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/keys", "/token"})
    void whereTheProviderSendsUsElsewhereNobodyGoes(String path) {
        provider.moved = Optional.of(path);

        assertThat(catchThrowableOfType(Problem.class, this::roundTrip).code()).startsWith("sign_in_elsewhere_");

        provider.moved = Optional.empty();
        oidc = oidc(provider.issuer());
        assertThat(roundTrip().username()).isEqualTo("zhang");
    }

    private Arrival roundTrip() {
        URI request = oidc.begin(BROWSER, "/console/orders");
        return oidc.finish(state(request), provider.signIn(request), Optional.empty(), BROWSER);
    }

    private static String code(Runnable call) {
        Problem problem = catchThrowableOfType(Problem.class, call::run);
        return problem == null ? "no refusal" : problem.code();
    }

    @Test
    void theRequestSaysWhatAProviderNeedsAndNoSecret() {
        URI request = oidc.begin(BROWSER, "/console/");
        Map<String, List<String>> parameters = URLUtils.parseParameters(request.getRawQuery());

        assertThat(request.toString()).startsWith(provider.issuer() + "/authorize?");
        assertThat(parameters.get("response_type")).containsExactly("code");
        assertThat(parameters.get("redirect_uri"))
                .containsExactly("https://portal.example/api/v1/session/oidc/callback");
        assertThat(parameters.get("code_challenge_method")).containsExactly("S256");
        assertThat(parameters).containsKeys("state", "nonce", "code_challenge");
        assertThat(request.toString()).doesNotContain(BROWSER).doesNotContain(StubProvider.SECRET);
        assertThat(oidc.begin(BROWSER, "/console/")).isNotEqualTo(request);
    }

    @Test
    void whoComesBackIsNamedAndGoesWhereTheyWanted() {
        assertThat(roundTrip()).isEqualTo(new Arrival("zhang", false, "/console/orders"));
        assertThat(provider.authorizations).hasSize(1).allMatch(header -> header.startsWith("Basic "));
    }

    @Test
    void aSecondFactorSeenThereIsBelieved() {
        provider.twist = claims -> claims.claim("amr", List.of("pwd", "mfa"));
        assertThat(roundTrip().secondFactor()).isTrue();
        provider.twist = claims -> claims.claim("acr", "loa3");
        assertThat(roundTrip().secondFactor()).isTrue();
        provider.twist = claims -> claims.claim("amr", List.of("pwd", "otp")).claim("acr", "loa1");
        assertThat(roundTrip().secondFactor()).isFalse();
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("another nonce", claims -> claims.claim("nonce", "another")),
                wrong("no nonce", claims -> claims.claim("nonce", null)),
                wrong("another audience", claims -> claims.audience("somebody else")),
                wrong("another issuer", claims -> claims.issuer("https://other.example")),
                wrong("expired", claims -> claims.expirationTime(in(-31))),
                wrong("issued in the future", claims -> claims.issueTime(in(90)).expirationTime(in(180))),
                wrong("no expiry", claims -> claims.expirationTime(null)),
                wrong("no name", claims -> claims.claim("preferred_username", null)));
    }

    private static Arguments wrong(String name, Consumer<JWTClaimsSet.Builder> twist) {
        return Arguments.of(name, twist);
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void aWrongTokenIsRefused(String name, Consumer<JWTClaimsSet.Builder> twist) {
        provider.twist = twist;

        assertThat(code(this::roundTrip)).isEqualTo("sign_in_elsewhere_failed");
    }

    @Test
    void clocksMayBeHalfAMinuteApart() {
        provider.twist = claims -> claims.expirationTime(in(-20));

        assertThat(roundTrip().username()).isEqualTo("zhang");
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() {
        provider.key = StubProvider.key("known");

        assertThat(code(this::roundTrip)).isEqualTo("sign_in_elsewhere_failed");
    }

    @Test
    void aStateComesBackOnce() {
        URI request = oidc.begin(BROWSER, "/console/");
        oidc.finish(state(request), provider.signIn(request), Optional.empty(), BROWSER);

        assertThat(code(() -> oidc.finish(state(request), provider.signIn(request), Optional.empty(), BROWSER)))
                .isEqualTo("sign_in_elsewhere_failed");
    }

    @Test
    void aCodeIsRedeemedOnce() {
        URI first = oidc.begin(BROWSER, "/console/");
        String code = provider.signIn(first);
        oidc.finish(state(first), code, Optional.empty(), BROWSER);
        URI second = oidc.begin(BROWSER, "/console/");

        assertThat(code(() -> oidc.finish(state(second), code, Optional.empty(), BROWSER)))
                .isEqualTo("sign_in_elsewhere_failed");
    }

    @Test
    void aCodeOfAnotherRequestIsRefusedByItsChallenge() {
        URI mine = oidc.begin(BROWSER, "/console/");
        URI theirs = oidc.begin("another browser", "/console/");

        assertThat(code(() -> oidc.finish(state(mine), provider.signIn(theirs), Optional.empty(), BROWSER)))
                .isEqualTo("sign_in_elsewhere_failed");
    }

    @Test
    void nobodyComesBackInAnothersPlace() {
        for (String browser : Set.of("", "another browser", BROWSER + "\n")) {
            URI request = oidc.begin(BROWSER, "/console/");
            assertThat(code(() -> oidc.finish(state(request), provider.signIn(request), Optional.empty(), browser)))
                    .isEqualTo("sign_in_elsewhere_failed");
        }
        for (String state : Set.of("", "made up", "\0", "x".repeat(10_000))) {
            assertThat(code(() -> oidc.finish(state, "code", Optional.empty(), BROWSER)))
                    .isEqualTo("sign_in_elsewhere_failed");
        }
        URI request = oidc.begin(BROWSER, "/console/");
        assertThat(code(() -> oidc.finish(state(request), "", Optional.empty(), BROWSER)))
                .isEqualTo("sign_in_elsewhere_failed");
    }

    @Test
    void anAnswerOfAnotherProviderIsRefused() {
        URI request = oidc.begin(BROWSER, "/console/");

        assertThat(code(() -> oidc.finish(
                        state(request), provider.signIn(request), Optional.of("https://other.example"), BROWSER)))
                .isEqualTo("sign_in_elsewhere_failed");
    }

    @Test
    void aProviderThatDoesNotAnswerIsSaidToBeAway() {
        provider.close();

        assertThat(code(this::roundTrip)).isEqualTo("sign_in_elsewhere_unavailable");
    }

    /** Kept in memory; each comes back once. */
    private static final class Kept implements OneTimes {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public String keep(String purpose, String content, Duration life) {
            String key = "state-" + kept.size() + "-" + content.hashCode();
            kept.put(purpose + key, content);
            return key;
        }

        @Override
        public Optional<String> take(String purpose, String key) {
            return Optional.ofNullable(kept.remove(purpose + key));
        }
    }
}
