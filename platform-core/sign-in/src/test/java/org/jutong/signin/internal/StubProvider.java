package org.jutong.signin.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An OpenID Connect provider on this machine that signs real tokens, and wrong ones where a test asks for them. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "jutong";
    static final String SECRET = "the client's secret";

    final List<String> authorizations = new ArrayList<>();
    RSAKey key = key("known");
    Consumer<JWTClaimsSet.Builder> twist = claims -> {};

    /** Where what is asked for has moved to: a path here, or empty. */
    Optional<String> moved = Optional.empty();

    private final RSAKey published = key;
    private final HttpServer server;
    private final Map<String, Map<String, List<String>>> codes = new HashMap<>();

    StubProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/.well-known/openid-configuration", this::configuration);
        serve("/keys", exchange -> answer(exchange, 200, new JWKSet(published).toString()));
        serve("/token", this::token);
        server.start();
    }

    /** At its place, and at {@code /moved} before it, to which it sends whoever asks for it once it has moved. */
    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            if (moved.filter(path::equals).isPresent()) {
                exchange.getResponseHeaders().set("Location", issuer() + "/moved" + path);
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            } else {
                handler.handle(exchange);
            }
        });
        server.createContext("/moved" + path, handler);
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the provider's page does once the person has signed in there: a code for this request. */
    String signIn(URI request) {
        Map<String, List<String>> parameters = URLUtils.parseParameters(request.getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, parameters);
        return code;
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256","HS256","none"]}""".formatted(issuer()));
    }

    private void token(HttpExchange exchange) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Map<String, List<String>> form =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, List<String>> request = codes.remove(form.get("code").get(0));
        if (request == null || !proves(form, request)) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"id_token\":\""
                        + identity(request.get("nonce").get(0)) + "\"}");
    }

    private static boolean proves(Map<String, List<String>> form, Map<String, List<String>> request) {
        CodeVerifier verifier = new CodeVerifier(form.get("code_verifier").get(0));
        return CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(request.get("code_challenge").get(0))
                && form.get("redirect_uri").equals(request.get("redirect_uri"));
    }

    private String identity(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(CLIENT)
                .subject("1234")
                .claim("preferred_username", "zhang")
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        twist.accept(claims);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(published.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
