package org.jutong.shell.internal;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.ShellUtil;
import org.jutong.audit.Audit;
import org.jutong.catalog.Gate;
import org.jutong.catalog.Orders;
import org.jutong.identity.Accounts;
import org.jutong.identity.Authority;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.PluginCommand;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Articles;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Sites;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts commands on the shell as their services come, and takes them off as they go. */
@Component(service = {})
public final class CommandShelf {

    private static final Logger LOG = LoggerFactory.getLogger(CommandShelf.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*:[a-z][a-z0-9-]*");

    private final Registry registry;
    private final InstalledPlugins plugins;
    private final Texts texts;
    private final Authority authority;
    private final Gate gate;
    private final Audit audit;
    private final ScopeAccess access;
    private final ShellFrame frame;
    private final Map<Object, HostedCommand> shown = new IdentityHashMap<>();

    @Activate
    public CommandShelf(
            @Reference SessionFactory sessions,
            @Reference ConfigurationAdmin configurations,
            @Reference InstalledPlugins plugins,
            @Reference Texts texts,
            @Reference Accounts accounts,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Gate gate,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Articles articles,
            @Reference Orders orders) {
        this.registry = sessions.getRegistry();
        this.plugins = plugins;
        this.texts = texts;
        this.authority = authority;
        this.gate = gate;
        this.audit = audit;
        this.access = new ScopeAccess(configurations);
        SignedIn signedIn = new SignedIn(accounts, ShellUtil::getCurrentUserName, ShellClient::address);
        this.frame = new ShellFrame(
                texts,
                new HelpText(texts),
                ShellLanguage.ofEnvironment(),
                new ShellDoor(signedIn, authority, audit),
                new Completion(signedIn, sites, columns, articles, orders, plugins));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addOperatorCommand(OperatorCommand command) {
        show(command, command);
    }

    synchronized void removeOperatorCommand(OperatorCommand command) {
        Optional.ofNullable(shown.remove(command)).ifPresent(registry::unregister);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addPluginCommand(ServiceReference<PluginCommand> reference, PluginCommand command) {
        Optional<String> plugin = plugins.of(reference.getBundle()).map(InstalledPlugin::id);
        if (plugin.isEmpty()) {
            LOG.warn("Bundle {} is no plugin; its command is not shown", reference.getBundle());
        } else if (isTheContainers(plugin.get())) {
            LOG.warn("Plugin {} bears the name of the container's own commands; its are not shown", plugin.get());
        } else {
            access.open(plugin.get());
            show(command, new PluginOperatorCommand(plugin.get(), command, texts, authority, gate, audit));
        }
    }

    synchronized void removePluginCommand(PluginCommand command) {
        HostedCommand gone = shown.remove(command);
        if (gone != null) {
            registry.unregister(gone);
            if (shown.values().stream().noneMatch(other -> other.getScope().equals(gone.getScope()))) {
                access.close(gone.getScope());
            }
        }
    }

    private void show(Object service, OperatorCommand command) {
        if (!NAME.matcher(command.name()).matches()) {
            LOG.warn("Command {} is not shown: its name is not <scope>:<verb>", command.name());
            return;
        }
        HostedCommand hosted = new HostedCommand(command, frame);
        if (registry.getCommand(hosted.getScope(), hosted.getName()) != null) {
            LOG.warn("Command {} is not shown: there is one of that name already", command.name());
            return;
        }
        registry.register(hosted);
        shown.put(service, hosted);
    }

    /** Opening such a scope to staff would open the container's commands in it. */
    private boolean isTheContainers(String scope) {
        return !access.isRuledByOthers(scope)
                && registry.getCommands().stream()
                        .filter(command -> !(command instanceof HostedCommand))
                        .map(Command::getScope)
                        .anyMatch(scope::equals);
    }
}
