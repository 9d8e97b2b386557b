package org.jutong.identity.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.ADMINISTRATOR;
import static org.jutong.identity.Accounts.AUDIT_ADMINISTRATOR;
import static org.jutong.identity.Accounts.LOCAL_ADMINISTRATOR;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Client;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Role;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

@ParameterizedClass
@EnumSource(Databases.class)
class StoredRolesTest {

    private static final Map<String, String> TITLE = Map.of("zh-CN", "信息员", "en", "Reporter");

    @Parameter
    Databases database;

    private Store store;
    private TestIdentity identity;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = TestIdentity.over(store);
    }

    private String refusal(String id, Map<String, String> title, String... permissions) {
        return code(() -> identity.roleMaking.create(ADMIN, id, title, Set.of(permissions)));
    }

    @Test
    void whatPeopleMakeHoldsWhatItSays() {
        identity.roleMaking.create(ADMIN, "reporter", TITLE, Set.of("article.write"));
        Actor reporter = identity.account("reporter", NewGrant.on(GUIYANG, "reporter"));

        assertThat(identity.authority.permissions(reporter, GUIYANG)).containsExactly("article.write");
        TestIdentity restarted = TestIdentity.over(store);
        assertThat(restarted.roles.find("reporter"))
                .contains(new Role("reporter", TITLE, false, Optional.empty(), Set.of("article.write")));
        assertThat(restarted.authority.permissions(reporter, GUIYANG)).containsExactly("article.write");
    }

    @Test
    void aRoleThatShrinksEndsTheSessionsOfItsHolders() {
        identity.roleMaking.create(ADMIN, "reporter", TITLE, Set.of("article.write"));
        Actor reporter = identity.account("reporter", NewGrant.on(GUIYANG, "reporter"));
        String token = identity.sessions
                .signIn(SignIn.of("reporter", PASSWORD, new Client("127.0.0.1", "")))
                .token();

        identity.roleMaking.change(ADMIN, "reporter", TITLE, Set.of("article.write", "article.push"));
        assertThat(identity.authority.allows(reporter, "article.push", GUIYANG)).isTrue();
        assertThat(identity.sessions.resume(token)).isPresent();

        identity.roleMaking.change(ADMIN, "reporter", TITLE, Set.of("article.push"));
        assertThat(identity.authority.allows(reporter, "article.write", GUIYANG))
                .isFalse();
        assertThat(identity.sessions.resume(token)).isEmpty();
        assertThat(identity.audit.last()).isEqualTo("ROLE_CHANGE DONE admin role:reporter article.push");
    }

    @Test
    void badRolesAreRefused() {
        assertThat(refusal("editor", TITLE, "article.write")).isEqualTo("role_exists");
        assertThat(refusal("信息员", TITLE, "article.write")).isEqualTo("role_id_invalid");
        assertThat(refusal("reporter", TITLE)).isEqualTo("role_permissions_missing");
        assertThat(refusal("reporter", TITLE, "article.burn")).isEqualTo("permission_not_declared");
        assertThat(refusal("reporter", TITLE, "*")).isEqualTo("permission_not_declared");
        assertThat(refusal("reporter", TITLE, "@administrator")).isEqualTo("permission_not_declared");
        assertThat(refusal("reporter", Map.of("zh-CN", "信息员"), "article.write")).isEqualTo("text_missing");
        assertThat(refusal("reporter", TITLE, "article.write", "audit.read")).isEqualTo("role_mixes_offices");
        assertThat(refusal("reporter", TITLE, "identity.role", "audit.read")).isEqualTo("role_mixes_offices");
    }

    @Test
    void builtInRolesAndThoseInUseStay() {
        identity.roleMaking.create(ADMIN, "reporter", TITLE, Set.of("article.write"));
        identity.account("reporter", NewGrant.on(GUIYANG, "reporter"));

        assertThat(code(() -> identity.roleMaking.delete(ADMIN, "editor"))).isEqualTo("role_built_in");
        assertThat(code(() -> identity.roleMaking.change(ADMIN, "editor", TITLE, Set.of("site.open"))))
                .isEqualTo("role_built_in");
        assertThat(code(() -> identity.roleMaking.delete(ADMIN, "reporter"))).isEqualTo("role_in_use");
        assertThat(code(() -> identity.roleMaking.delete(ADMIN, "ghost"))).isEqualTo("role_not_found");
    }

    @Test
    void aRoleOfTheAuditorIsAnOfficeToo() {
        Role role = identity.roleMaking.create(ADMIN, "reader", TITLE, Set.of("audit.read"));
        Actor local = identity.account("local", NewGrant.on(GUIYANG, ADMINISTRATOR));

        assertThat(role.office()).contains(AUDIT_ADMINISTRATOR);
        assertThat(code(() ->
                        identity.grants.give(ADMIN, new Holder.User(local.username()), NewGrant.everywhere("reader"))))
                .isEqualTo("offices_mix");
    }

    @Test
    void nobodyMakesTheirOwnRoleGreater() {
        identity.roleMaking.create(ADMIN, "clerk", TITLE, Set.of("identity.role", "identity.manage"));
        Actor clerk = identity.account("clerk", NewGrant.everywhere("clerk"));

        assertThat(code(() -> identity.roleMaking.change(
                        clerk, "clerk", TITLE, Set.of("identity.role", "identity.manage", "identity.grant"))))
                .isEqualTo("own_grants");
        assertThat(code(() -> identity.roleMaking.create(
                        identity.account("local", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR)),
                        "mine",
                        TITLE,
                        Set.of("site.open"))))
                .isEqualTo("forbidden_everywhere");
    }
}
