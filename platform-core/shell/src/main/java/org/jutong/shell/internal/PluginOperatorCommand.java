package org.jutong.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.catalog.Gate;
import org.jutong.catalog.PluginFault;
import org.jutong.identity.Authority;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PluginCommand;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;

/** A plugin's command: right and enrolment are checked here, and the plugin is called through the gate. */
final class PluginOperatorCommand implements OperatorCommand {

    private static final String SITE = "site";

    private final String plugin;
    private final PluginCommand command;
    private final Texts texts;
    private final Authority authority;
    private final Gate gate;
    private final Audit audit;

    PluginOperatorCommand(
            String plugin, PluginCommand command, Texts texts, Authority authority, Gate gate, Audit audit) {
        this.plugin = plugin;
        this.command = command;
        this.texts = texts;
        this.authority = authority;
        this.gate = gate;
        this.audit = audit;
    }

    @Override
    public String name() {
        return plugin + ":" + command.name();
    }

    @Override
    public String description() {
        return command.description();
    }

    @Override
    public String permission() {
        return command.permission();
    }

    @Override
    public List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(new Argument(SITE, texts.say(Texts.CHINESE, "shell.host.plugin-site"), Kind.SITE, true));
        command.arguments().forEach(name -> arguments.add(new Argument(name, name, Kind.TEXT, true)));
        return arguments;
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        SiteCode site = new SiteCode(values.get(SITE));
        authority.require(actor, command.permission(), site);
        SiteContext context = gate.require(plugin, site, actor);
        List<String> rest = command.arguments().stream().map(values::get).toList();
        try {
            Table answer = gate.call(context, entered -> command.run(entered, rest));
            // whether it changes anything only the plugin knows
            audit.record(
                    Event.done(Action.PLUGIN_CALL, actor, "command:" + name()).on(site));
            return answer;
        } catch (PluginFault alreadyLogged) {
            audit.record(Event.failed(Action.PLUGIN_CALL, actor, "command:" + name(), "plugin_command_failed")
                    .on(site));
            throw Problem.of(503, "plugin_command_failed", plugin, site.value());
        }
    }
}
