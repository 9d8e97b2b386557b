package org.jutong.identity.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.SITE_OWNER;
import static org.jutong.identity.Accounts.SYSTEM;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.Refusals.refusal;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.PROVINCE;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jutong.identity.Accounts;
import org.jutong.identity.NewGrant;
import org.jutong.identity.RolePermissions;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

class GrantedAuthorityTest {

    private final Store store = Databases.DERBY.empty();
    private final TestIdentity identity = TestIdentity.over(store);
    private final GrantedAuthority authority = identity.authority;

    @Test
    void aGrantCountsOnItsSiteAndBelow() {
        Actor owner = identity.account("owner", NewGrant.on(GUIYANG, SITE_OWNER));

        assertThat(authority.allows(owner, "catalog.order", GUIYANG)).isTrue();
        assertThat(authority.allows(owner, "catalog.order", NANMING)).isTrue();
        assertThat(authority.allows(owner, "catalog.order", ZUNYI)).isFalse();
        assertThat(authority.allows(owner, "catalog.order", PROVINCE)).isFalse();
        assertThat(authority.allows(owner, "catalog.approve", GUIYANG)).isFalse();
        assertThat(authority.allowsSomewhere(owner, "catalog.order")).isTrue();
        assertThat(authority.allowsSomewhere(owner, "catalog.approve")).isFalse();
        assertThat(authority.roots(owner)).containsExactly(GUIYANG);
    }

    @Test
    void untilThereIsATreeAGrantCountsOnItsVerySite() {
        Actor owner = identity.account("owner", NewGrant.on(GUIYANG, SITE_OWNER));
        identity.reach.tree = null;

        assertThat(authority.allows(owner, "catalog.order", GUIYANG)).isTrue();
        assertThat(authority.allows(owner, "catalog.order", NANMING)).isFalse();
        assertThat(authority.roots(ADMIN)).isEmpty();
    }

    @Test
    void anAdministratorMayDoAnythingAnywhereEvenOnSitesToCome() {
        assertThat(authority.allows(ADMIN, "article.write", ZUNYI)).isTrue();
        assertThat(authority.allows(ADMIN, "site.open", new SiteCode("9900000001")))
                .isTrue();
        assertThat(authority.roots(ADMIN)).containsExactly(PROVINCE);
    }

    @Test
    void thePlatformItselfMayDoAnything() {
        assertThat(authority.allows(SYSTEM, "site.open", PROVINCE)).isTrue();
        assertThat(authority.allowsSomewhere(SYSTEM, "site.open")).isTrue();
    }

    @Test
    void whatNobodyDeclaresIsRefusedToEverybody() {
        for (Actor actor : List.of(ADMIN, SYSTEM)) {
            assertThat(authority.allows(actor, "whatever.comes", ZUNYI)).isFalse();
            assertThat(authority.allowsSomewhere(actor, "whatever.comes")).isFalse();
        }
        assertThat(authority.isDeclared("whatever.comes")).isFalse();
        assertThat(authority.isDeclared("audit.read")).isTrue();
    }

    @Test
    void pluginsGiveRolesFurtherPermissions() {
        Actor editor = identity.account("editor", NewGrant.on(GUIYANG, EDITOR));
        assertThat(authority.allows(editor, "interaction.answer", GUIYANG)).isFalse();

        identity.roles.sources = List.of(new Interaction());

        assertThat(authority.allows(editor, "interaction.answer", GUIYANG)).isTrue();
        assertThat(authority.permissions(editor, GUIYANG))
                .containsExactly("article.publish", "article.review", "article.write", "interaction.answer");
        assertThat(authority.permissions(editor, ZUNYI)).isEmpty();
        assertThat(authority.permissions(ADMIN, ZUNYI))
                .contains("identity.manage", "site.open", "interaction.answer")
                .doesNotContain("*");
        identity.roles.sources = List.of();
        assertThat(authority.allows(editor, "interaction.answer", GUIYANG)).isFalse();
    }

    @Test
    void aDisabledAccountMayDoNothing() {
        Actor owner = identity.account("owner", NewGrant.on(GUIYANG, SITE_OWNER));

        identity.accounts.setDisabled(ADMIN, "owner", true);

        assertThat(authority.allows(owner, "catalog.order", GUIYANG)).isFalse();
        assertThat(authority.permissionsSomewhere(owner)).isEmpty();
        assertThat(authority.roots(owner)).isEmpty();
    }

    @Test
    void aRefusalSaysWhatIsMissingWhere() {
        Actor owner = identity.account("owner", NewGrant.on(GUIYANG, Accounts.SITE_OWNER));

        assertThat(refusal(() -> authority.require(Actor.ANONYMOUS, "site.open", GUIYANG))
                        .status())
                .isEqualTo(401);
        assertThat(refusal(() -> authority.require(owner, "site.open", GUIYANG)).arguments())
                .containsExactly("site.open", GUIYANG.value());
        assertThat(code(() -> authority.require(owner, "site.open", Scope.EVERYWHERE)))
                .isEqualTo("forbidden_everywhere");
        assertThat(code(() -> authority.requireSomewhere(owner, "site.open"))).isEqualTo("forbidden_anywhere");
    }

    /** A plugin whose permission editors hold. */
    private static final class Interaction implements RolePermissions {
        private static final Permission ANSWER = new Permission("interaction.answer", Map.of(), "interaction");

        @Override
        public Set<String> of(String role) {
            return role.equals(EDITOR) ? Set.of(ANSWER.id()) : Set.of();
        }

        @Override
        public Optional<Permission> find(String permission) {
            return Optional.of(ANSWER).filter(answer -> answer.id().equals(permission));
        }

        @Override
        public List<Permission> all() {
            return List.of(ANSWER);
        }
    }
}
