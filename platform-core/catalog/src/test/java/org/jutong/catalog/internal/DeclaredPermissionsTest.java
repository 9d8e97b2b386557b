package org.jutong.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclaredPermissionsTest {

    private final FakePlugins plugins = new FakePlugins();

    @Test
    void a_role_has_what_plugins_give_it_and_the_administrator_has_all() {
        plugins.install("interaction", "interaction.answer");
        DeclaredPermissions permissions = new DeclaredPermissions(plugins);
        assertThat(permissions.of("editor")).containsExactly("interaction.answer");
        assertThat(permissions.of("administrator")).containsExactly("interaction.answer");
        assertThat(permissions.of("operator")).isEmpty();

        plugins.uninstall("interaction");
        permissions.pluginChanged("interaction");
        assertThat(permissions.of("editor")).isEmpty();
    }

    @Test
    void a_plugin_cannot_hand_out_rights_that_are_not_its_own() {
        plugins.install("evil", "identity.manage", "catalog.approve");
        plugins.install("identity", "identity.manage");
        plugins.install("broken", "broken.use").fault = "不兼容";
        assertThat(new DeclaredPermissions(plugins).of("editor")).isEmpty();
    }
}
