package org.jutong.signin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    private final Map<String, String> values = new HashMap<>(Map.of(
            "JUTONG_OIDC_ISSUER", "https://id.example",
            "JUTONG_OIDC_CLIENT_ID", "jutong",
            "JUTONG_PUBLIC_URL", "https://portal.example",
            "JUTONG_LDAP_URL", "ldaps://directory.example",
            "JUTONG_LDAP_BASE", "dc=example"));

    private final Environment environment = new Environment(values);

    @Test
    void withoutAnAddressThereIsNoPlace() {
        values.put("JUTONG_OIDC_ISSUER", " ");
        values.remove("JUTONG_LDAP_URL");

        assertThat(OidcSettings.of(environment)).isEmpty();
        assertThat(LdapSettings.of(environment)).isEmpty();
    }

    @Test
    void aProviderIsAskedOverTlsUnlessItIsOnThisMachine() {
        assertThat(OidcSettings.of(environment)).isPresent();
        values.put("JUTONG_OIDC_ISSUER", "http://127.0.0.1:9999");
        assertThat(OidcSettings.of(environment)).isPresent();
        values.put("JUTONG_OIDC_ISSUER", "http://id.example");
        assertThatThrownBy(() -> OidcSettings.of(environment)).hasMessageContaining("https");
    }

    @Test
    void whatIsMissingIsNamed() {
        values.remove("JUTONG_PUBLIC_URL");
        assertThatThrownBy(() -> OidcSettings.of(environment)).hasMessageContaining("JUTONG_PUBLIC_URL");
        values.remove("JUTONG_LDAP_BASE");
        assertThatThrownBy(() -> LdapSettings.of(environment)).hasMessageContaining("JUTONG_LDAP_BASE");
        values.put("JUTONG_LDAP_USER_DN", "uid=everybody,dc=example");
        assertThatThrownBy(() -> LdapSettings.of(environment)).hasMessageContaining("{user}");
        values.put("JUTONG_LDAP_URL", "http://directory.example");
        assertThatThrownBy(() -> LdapSettings.of(environment)).hasMessageContaining("ldaps://");
    }

    @Test
    void aSecretMayBeInAFileAndIsNeverShown() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "of the file\n");
        values.put("JUTONG_OIDC_CLIENT_SECRET_FILE", file.toString());
        values.put("JUTONG_LDAP_BIND_DN", "cn=reader");
        values.put("JUTONG_LDAP_BIND_PASSWORD", "of the environment");

        OidcSettings oidc = OidcSettings.of(environment).orElseThrow();
        LdapSettings ldap = LdapSettings.of(environment).orElseThrow();

        assertThat(oidc.secret()).contains("of the file");
        assertThat(ldap.searcherPassword()).isEqualTo("of the environment");
        assertThat(oidc + " " + ldap).doesNotContain("of the");
        assertThat(ldap.port()).isEqualTo(636);
    }
}
