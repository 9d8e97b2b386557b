package org.jutong.signin.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jutong.identity.OneTimes;
import org.jutong.plugin.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), state and nonce. The state is kept for ten minutes,
 * comes back once, and only with the cookie of the browser that was sent away. Thread-safe.
 */
public final class Oidc {

    /** What accounts name as their source. */
    public static final String SOURCE = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LARGEST_KEYS = 500_000;
    private static final int SKEW_SECONDS = 30;
    private static final int LONGEST_CODE = 2_000;
    private static final Set<JWSAlgorithm> SIGNATURES = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private final OidcSettings settings;
    private final OneTimes oneTimes;
    private volatile Provider provider;

    public Oidc(OidcSettings settings, OneTimes oneTimes) {
        this.settings = settings;
        this.oneTimes = oneTimes;
    }

    /**
     * Where to send the browser.
     *
     * @param browser a secret that the browser keeps in a cookie
     * @param destination where the person wanted to go, a path on this host
     * @throws Problem {@code sign_in_elsewhere_unavailable} (503)
     */
    public URI begin(String browser, String destination) {
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        String content = String.join("\n", nonce.getValue(), verifier.getValue(), browser, destination);
        Provider known = provider();
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile"), client(), settings.callback())
                .endpointURI(known.metadata().getAuthorizationEndpointURI())
                .state(new State(oneTimes.keep(SOURCE, content, LIFE)))
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who has come back.
     *
     * @param browser what the browser's cookie says
     * @param issuer the parameter {@code iss}, where the provider sends one (RFC 9207)
     * @throws Problem {@code sign_in_elsewhere_failed} (401) where anything is wrong, used up or too late;
     *     {@code sign_in_elsewhere_unavailable} (503)
     */
    public Arrival finish(String state, String code, Optional<String> issuer, String browser) {
        String[] kept = oneTimes.take(SOURCE, state)
                .map(content -> content.split("\n", 4))
                .orElseThrow(() -> failed("the state is none of ours, used up or too old"));
        if (!kept[2].equals(browser)) {
            throw failed("the state is another browser's");
        }
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw failed("there is no code");
        }
        if (issuer.filter(other -> !other.equals(settings.issuer().toString())).isPresent()) {
            throw failed("the answer is another provider's");
        }
        try {
            JWT token = redeem(code, new CodeVerifier(kept[1]));
            IDTokenClaimsSet claims = provider().validator().validate(token, new Nonce(kept[0]));
            String name = Optional.ofNullable(claims.getStringClaim(settings.nameClaim()))
                    .orElseThrow(() -> failed("the token has no " + settings.nameClaim()));
            return new Arrival(name, isStrong(claims), kept[3]);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw failed(e.getMessage());
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** The identity token of the code. */
    private JWT redeem(String code, CodeVerifier verifier) throws IOException, ParseException {
        Provider known = provider();
        AuthorizationGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), settings.callback(), verifier);
        URI endpoint = known.metadata().getTokenEndpointURI();
        TokenRequest.Builder builder = settings.secret()
                .map(secret -> new TokenRequest.Builder(endpoint, authentication(known, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client(), grant));
        HTTPRequest request = builder.build().toHTTPRequest();
        bound(request);
        TokenResponse response = OIDCTokenResponseParser.parse(request.send());
        if (!response.indicatesSuccess()) {
            throw failed("the code was refused: "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        return Optional.ofNullable(((OIDCTokenResponse) response.toSuccessResponse())
                        .getOIDCTokens()
                        .getIDToken())
                .orElseThrow(() -> failed("there is no identity token"));
    }

    /** Within its time and from nowhere else: the settings name the provider, not whoever it would send us to. */
    private static void bound(HTTPRequest request) {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
    }

    private ClientAuthentication authentication(Provider known, Secret secret) {
        List<ClientAuthenticationMethod> methods = known.metadata().getTokenEndpointAuthMethods();
        boolean inBody = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inBody ? new ClientSecretPost(client(), secret) : new ClientSecretBasic(client(), secret);
    }

    private boolean isStrong(IDTokenClaimsSet claims) {
        boolean manifold = claims.getAMR() != null
                && claims.getAMR().stream().anyMatch(method -> method.getValue().equals("mfa"));
        return manifold
                || claims.getACR() != null
                        && settings.strongAcrs().contains(claims.getACR().getValue());
    }

    private ClientID client() {
        return new ClientID(settings.client());
    }

    /** What the provider says of itself, asked for once; its keys are asked for again as they change. */
    private Provider provider() {
        Provider known = provider;
        if (known == null) {
            try {
                Issuer issuer = new Issuer(settings.issuer());
                known = provider(issuer, OIDCProviderMetadata.resolve(issuer, Oidc::bound));
                provider = known;
            } catch (IOException | GeneralException e) {
                throw unavailable(e);
            }
        }
        return known;
    }

    private Provider provider(Issuer issuer, OIDCProviderMetadata metadata) throws IOException {
        Set<JWSAlgorithm> offered = Optional.ofNullable(metadata.getIDTokenJWSAlgs()).stream()
                .flatMap(List::stream)
                .filter(SIGNATURES::contains)
                .collect(Collectors.toSet());
        IDTokenValidator validator = new IDTokenValidator(
                issuer,
                client(),
                new JWSVerificationKeySelector<SecurityContext>(
                        offered.isEmpty() ? Set.of(JWSAlgorithm.RS256) : offered,
                        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), new StraightRetriever())
                                .refreshAheadCache(false)
                                .build()),
                null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return new Provider(metadata, validator);
    }

    private Problem failed(String why) {
        LOG.warn("Sign-in at {} failed: {}", settings.issuer(), why);
        return Problem.unauthenticated("sign_in_elsewhere_failed");
    }

    private Problem unavailable(Exception e) {
        LOG.warn("The provider {} does not answer: {}", settings.issuer(), e.toString());
        return Problem.of(503, "sign_in_elsewhere_unavailable");
    }

    /** Fetches keys as {@link #bound} says. */
    private static final class StraightRetriever extends DefaultResourceRetriever {

        StraightRetriever() {
            super(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEYS);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }

    private record Provider(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    /**
     * Somebody whom the provider has signed in.
     *
     * @param username what its claim says, unchecked
     * @param secondFactor whether it has seen a second factor
     * @param destination where the person wanted to go
     */
    public record Arrival(String username, boolean secondFactor, String destination) {}
}
