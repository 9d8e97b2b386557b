package org.jutong.signin.internal;

import java.net.URI;
import java.util.Optional;

/**
 * A directory and how its people are found: by a pattern of their name, or by a search.
 *
 * @param url {@code JUTONG_LDAP_URL}: {@code ldaps://}, or {@code ldap://} with StartTLS, which is left out on this
 *     machine alone
 * @param userDn {@code JUTONG_LDAP_USER_DN}, such as {@code uid={user},ou=staff,dc=example}
 * @param base {@code JUTONG_LDAP_BASE}: where to search, if there is no pattern
 * @param filter {@code JUTONG_LDAP_FILTER}, default {@code (uid={user})}
 * @param searcher {@code JUTONG_LDAP_BIND_DN}: who searches; empty for nobody in particular
 * @param searcherPassword {@code JUTONG_LDAP_BIND_PASSWORD}, or the file of {@code JUTONG_LDAP_BIND_PASSWORD_FILE}
 */
record LdapSettings(
        URI url,
        Optional<String> userDn,
        String base,
        String filter,
        Optional<String> searcher,
        String searcherPassword) {

    static final String USER = "{user}";

    /** Empty where no address is set. */
    static Optional<LdapSettings> of(Environment environment) {
        return environment.find("JUTONG_LDAP_URL").map(URI::create).map(url -> {
            if (url.getHost() == null || !"ldap".equals(url.getScheme()) && !"ldaps".equals(url.getScheme())) {
                throw new IllegalStateException("JUTONG_LDAP_URL must be ldaps://HOST or ldap://HOST");
            }
            Optional<String> pattern = environment.find("JUTONG_LDAP_USER_DN");
            String filter = environment.find("JUTONG_LDAP_FILTER").orElse("(uid=" + USER + ")");
            if (!pattern.orElse(filter).contains(USER)) {
                throw new IllegalStateException("JUTONG_LDAP_USER_DN or JUTONG_LDAP_FILTER must contain " + USER);
            }
            Optional<String> searcher = environment.find("JUTONG_LDAP_BIND_DN");
            return new LdapSettings(
                    url,
                    pattern,
                    pattern.isPresent() ? "" : environment.require("JUTONG_LDAP_BASE"),
                    filter,
                    searcher,
                    searcher.map(who -> environment
                                    .secret("JUTONG_LDAP_BIND_PASSWORD")
                                    .orElseThrow(
                                            () -> new IllegalStateException("JUTONG_LDAP_BIND_PASSWORD is missing")))
                            .orElse(""));
        });
    }

    boolean isTls() {
        return "ldaps".equals(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : isTls() ? 636 : 389;
    }

    @Override
    public String toString() {
        return "LdapSettings[" + url + "]";
    }
}
