package org.jutong.signin.internal;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A provider and this platform as its client.
 *
 * @param issuer {@code JUTONG_OIDC_ISSUER}; https, except on this machine
 * @param client {@code JUTONG_OIDC_CLIENT_ID}
 * @param secret {@code JUTONG_OIDC_CLIENT_SECRET} or the file of {@code JUTONG_OIDC_CLIENT_SECRET_FILE}; empty for a
 *     client without one
 * @param nameClaim the claim that has the account's name: {@code JUTONG_OIDC_NAME}, default {@code preferred_username}
 * @param strongAcrs the {@code acr} values that stand for a second factor, separated by spaces:
 *     {@code JUTONG_OIDC_ACR}; the {@code amr} value {@code mfa} always does (RFC 8176)
 * @param title for people: {@code JUTONG_OIDC_TITLE}
 * @param callback where the provider sends the browser back to, below {@code JUTONG_PUBLIC_URL}
 */
record OidcSettings(
        URI issuer,
        String client,
        Optional<String> secret,
        String nameClaim,
        Set<String> strongAcrs,
        String title,
        URI callback) {

    /** Empty where no issuer is set. */
    static Optional<OidcSettings> of(Environment environment) {
        return environment.find("JUTONG_OIDC_ISSUER").map(URI::create).map(issuer -> {
            if (!"https".equals(issuer.getScheme()) && !Environment.isLoopback(issuer)) {
                throw new IllegalStateException("JUTONG_OIDC_ISSUER must begin with https://");
            }
            String here = environment.require("JUTONG_PUBLIC_URL").replaceFirst("/$", "");
            return new OidcSettings(
                    issuer,
                    environment.require("JUTONG_OIDC_CLIENT_ID"),
                    environment.secret("JUTONG_OIDC_CLIENT_SECRET"),
                    environment.find("JUTONG_OIDC_NAME").orElse("preferred_username"),
                    environment
                            .find("JUTONG_OIDC_ACR")
                            .map(acrs -> Set.of(acrs.split("\\s+")))
                            .orElse(Set.of()),
                    environment.find("JUTONG_OIDC_TITLE").orElse("统一身份认证"),
                    URI.create(here + "/api/v1/session/oidc/callback"));
        });
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
