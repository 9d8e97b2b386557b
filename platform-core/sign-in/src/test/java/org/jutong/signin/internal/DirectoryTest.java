package org.jutong.signin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;

/** Against a real directory in memory, on this machine, which is why it needs no TLS. */
class DirectoryTest {

    private InMemoryDirectoryServer server;
    private final Map<String, String> values = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example");
        config.addAdditionalBindCredentials("cn=reader", "reads");
        config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=example", "objectClass: domain", "dc: example");
        server.add("dn: ou=staff,dc=example", "objectClass: organizationalUnit", "ou: staff");
        add("zhang", "staff");
        server.startListening();
        values.put("JUTONG_LDAP_URL", "ldap://127.0.0.1:" + server.getListenPort());
    }

    private void add(String uid, String unit) throws Exception {
        server.add(
                "dn: uid=" + uid + ",ou=" + unit + ",dc=example",
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "sn: " + uid,
                "userPassword: secret of " + uid);
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    private Directory byPattern() {
        values.put("JUTONG_LDAP_USER_DN", "uid={user},ou=staff,dc=example");
        return new Directory(LdapSettings.of(new Environment(values)).orElseThrow());
    }

    private Directory bySearch() {
        values.put("JUTONG_LDAP_BASE", "dc=example");
        values.put("JUTONG_LDAP_FILTER", "(&(objectClass=inetOrgPerson)(uid={user}))");
        values.put("JUTONG_LDAP_BIND_DN", "cn=reader");
        values.put("JUTONG_LDAP_BIND_PASSWORD", "reads");
        return new Directory(LdapSettings.of(new Environment(values)).orElseThrow());
    }

    @Test
    void thePasswordOfTheDirectoryIsRightAndNoOther() {
        for (Directory directory : new Directory[] {byPattern(), bySearch()}) {
            assertThat(directory.matches("zhang", "secret of zhang")).isTrue();
            assertThat(directory.matches("zhang", "secret of li")).isFalse();
            assertThat(directory.matches("nobody", "secret of zhang")).isFalse();
            values.remove("JUTONG_LDAP_USER_DN");
        }
    }

    @Test
    void anEmptyPasswordNeverReachesTheDirectory() {
        Directory directory = byPattern();
        server.shutDown(true);

        assertThat(directory.matches("zhang", "")).isFalse();
    }

    @Test
    void aNameIsAValueAndNoFilter() throws Exception {
        Directory directory = bySearch();

        assertThat(directory.matches("zh*", "secret of zhang")).isFalse();
        assertThat(directory.matches("x)(|(uid=zhang)", "secret of zhang")).isFalse();
        assertThat(directory.matches("zhang\0", "secret of zhang")).isFalse();
        assertThat(byPattern().matches("zhang,ou=staff,dc=example", "secret of zhang"))
                .isFalse();
    }

    @Test
    void whoIsFoundTwiceIsNobody() throws Exception {
        server.add("ou=guests,dc=example", new com.unboundid.ldap.sdk.Attribute("objectClass", "organizationalUnit"));
        add("zhang", "guests");

        assertThat(bySearch().matches("zhang", "secret of zhang")).isFalse();
        assertThat(byPattern().matches("zhang", "secret of zhang")).isTrue();
    }

    @Test
    void aDirectoryThatDoesNotServeIsSaidToBeAway() {
        values.put("JUTONG_LDAP_BIND_DN", "cn=reader");
        Directory wrongReader = bySearch();
        values.put("JUTONG_LDAP_BIND_PASSWORD", "wrong");
        Directory wrong = new Directory(LdapSettings.of(new Environment(values)).orElseThrow());
        assertThatThrownBy(() -> wrong.matches("zhang", "secret of zhang"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
        server.shutDown(true);
        assertThatThrownBy(() -> wrongReader.matches("zhang", "secret of zhang"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void beyondThisMachineNoPasswordTravelsWithoutTls() {
        // not loopback by name, though the server has it on this machine: StartTLS is asked for and refused
        values.put("JUTONG_LDAP_URL", "ldap://127.0.0.2:" + server.getListenPort());

        assertThatThrownBy(() -> byPattern().matches("zhang", "secret of zhang"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }
}
