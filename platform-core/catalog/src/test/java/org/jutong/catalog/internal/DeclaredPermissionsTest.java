package org.jutong.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.jutong.identity.RolePermissions.Permission;

class DeclaredPermissionsTest {

    private final FakePlugins plugins = new FakePlugins();

    @Test
    void a_role_has_what_plugins_give_it_and_all_of_it_is_declared() {
        plugins.install("interaction", "interaction.answer");
        DeclaredPermissions permissions = new DeclaredPermissions(plugins);
        assertThat(permissions.of("editor")).containsExactly("interaction.answer");
        assertThat(permissions.find("interaction.answer").orElseThrow().owner()).isEqualTo("interaction");
        assertThat(permissions.all()).extracting(Permission::id).containsExactly("interaction.answer");
        assertThat(permissions.of("operator")).isEmpty();

        plugins.uninstall("interaction");
        permissions.pluginChanged("interaction");
        assertThat(permissions.of("editor")).isEmpty();
        assertThat(permissions.all()).isEmpty();
    }

    @Test
    void a_plugin_cannot_hand_out_rights_that_are_not_its_own() {
        plugins.install("evil", "identity.manage", "catalog.approve");
        plugins.install("identity", "identity.manage");
        plugins.install("broken", "broken.use").fault = "不兼容";
        assertThat(new DeclaredPermissions(plugins).of("editor")).isEmpty();
        assertThat(new DeclaredPermissions(plugins).all()).isEmpty();
    }
}
