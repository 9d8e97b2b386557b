package org.jutong.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.PluginCommand;
import org.jutong.plugin.Table;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class CommandShelfTest {

    private static final String ACL = "org.apache.karaf.command.acl.";

    private final Map<String, Dictionary<?, ?>> rules = new TreeMap<>();
    private final List<Command> commands = new ArrayList<>();
    private final ShellFixture shell = new ShellFixture();
    private final Bundle bundle = Stub.of(Bundle.class, Map.of());

    private final CommandShelf shelf = new CommandShelf(
            Stub.of(SessionFactory.class, Map.of("getRegistry", call -> registry())),
            Stub.of(
                    ConfigurationAdmin.class,
                    Map.of(
                            "getConfiguration", call -> configuration((String) call[0]),
                            "listConfigurations", call -> found((String) call[0]))),
            Stub.of(
                    InstalledPlugins.class,
                    Map.of(
                            "of",
                            call -> call[0] == bundle
                                    ? Optional.of(
                                            new InstalledPlugin("poll", bundle, Optional.empty(), Optional.empty()))
                                    : Optional.empty())),
            shell.texts,
            shell.accounts,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private Registry registry() {
        return Stub.of(
                Registry.class,
                Map.of(
                        "register", call -> commands.add((Command) call[0]),
                        "unregister", call -> commands.remove((Command) call[0]),
                        "getCommands", call -> List.copyOf(commands),
                        "getCommand",
                                call -> commands.stream()
                                        .filter(it -> it.getScope().equals(call[0])
                                                && it.getName().equals(call[1]))
                                        .findFirst()
                                        .orElse(null)));
    }

    private Configuration configuration(String pid) {
        return Stub.of(
                Configuration.class,
                Map.of(
                        "update", call -> rules.put(pid, (Dictionary<?, ?>) call[0]),
                        "getProperties", call -> rules.get(pid),
                        "delete", call -> rules.remove(pid)));
    }

    private Configuration[] found(String filter) {
        String pid = filter.replaceAll("^\\(service.pid=|\\)$", "");
        return rules.containsKey(pid) ? new Configuration[] {configuration(pid)} : null;
    }

    private static ServiceReference<PluginCommand> from(Bundle owner) {
        @SuppressWarnings("unchecked")
        ServiceReference<PluginCommand> reference =
                Stub.of(ServiceReference.class, Map.of("getBundle", call -> owner, "toString", call -> "reference"));
        return reference;
    }

    private static PluginCommand command(String name) {
        return Stub.of(
                PluginCommand.class,
                Map.of(
                        "name", call -> name,
                        "description", call -> name,
                        "hashCode", call -> name.hashCode(),
                        "equals", call -> false));
    }

    private List<String> names() {
        return commands.stream().map(it -> it.getScope() + ":" + it.getName()).toList();
    }

    @Test
    void commandsComeAndGoWithTheirServices() {
        TestCommand order = new TestCommand(() -> Table.sentence(""));

        shelf.addOperatorCommand(order);
        assertThat(names()).containsExactly("catalog:order");
        assertThat(rules).isEmpty();
        shelf.removeOperatorCommand(order);
        assertThat(names()).isEmpty();
    }

    @Test
    void aPluginsScopeIsOpenToStaffWhileItHasCommands() {
        PluginCommand ask = command("ask");
        PluginCommand close = command("close");
        shelf.addPluginCommand(from(bundle), ask);
        shelf.addPluginCommand(from(bundle), close);

        assertThat(names()).containsExactly("poll:ask", "poll:close");
        assertThat(rules.get(ACL + "poll").get("*")).isEqualTo("staff");
        shelf.removePluginCommand(ask);
        assertThat(rules).containsKey(ACL + "poll");
        shelf.removePluginCommand(close);
        assertThat(names()).isEmpty();
        assertThat(rules).isEmpty();
    }

    @Test
    void aRuleThatSomebodyWroteStays() {
        Dictionary<String, Object> written = new Hashtable<>(Map.of("*", "admin"));
        rules.put(ACL + "poll", written);
        PluginCommand ask = command("ask");

        shelf.addPluginCommand(from(bundle), ask);
        shelf.removePluginCommand(ask);

        assertThat(rules.get(ACL + "poll")).isSameAs(written);
    }

    @Test
    void aPluginCannotOpenAScopeOfTheContainer() {
        commands.add(Stub.of(Command.class, Map.of("getScope", call -> "poll", "getName", call -> "shutdown")));

        shelf.addPluginCommand(from(bundle), command("ask"));

        assertThat(names()).containsExactly("poll:shutdown");
        assertThat(rules).isEmpty();
    }

    @Test
    void aBundleThatIsNoPluginAddsNothing() {
        shelf.addPluginCommand(from(Stub.of(Bundle.class, Map.of("toString", call -> "other"))), command("ask"));

        assertThat(names()).isEmpty();
    }

    @Test
    void theFirstOfANameStaysAndABadNameIsLeftOut() {
        PluginCommand first = command("ask");
        PluginCommand second = command("ask");
        shelf.addPluginCommand(from(bundle), first);
        shelf.addPluginCommand(from(bundle), second);
        shelf.addPluginCommand(from(bundle), command("not a name"));

        shelf.removePluginCommand(second);

        assertThat(names()).containsExactly("poll:ask");
    }
}
