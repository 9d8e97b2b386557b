package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Hosts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code site:host}: gives a site its host name, or takes it away. */
@Component
public final class SiteHost implements OperatorCommand {

    private final Hosts hosts;
    private final Words words;

    @Activate
    public SiteHost(@Reference Hosts hosts, @Reference Texts texts) {
        this.hosts = hosts;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "site:host";
    }

    @Override
    public String description() {
        return words.say("site-host");
    }

    @Override
    public String permission() {
        return "site.manage";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                words.argument("site", Kind.SITE),
                words.option("name", Kind.TEXT),
                words.option("further", Kind.TEXT),
                words.flag("none"));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        SiteCode site = new SiteCode(values.get("site"));
        if (values.containsKey("--name") || values.containsKey("--none")) {
            List<String> further = Optional.ofNullable(values.get("--further"))
                    .map(names -> List.of(names.split(",")))
                    .orElse(List.of());
            hosts.set(actor, site, Optional.ofNullable(values.get("--name")), further);
        }
        return Table.sentence(hosts.of(site)
                .map(host -> words.say("has-host", site.value(), host))
                .orElseGet(() -> words.say("has-no-host", site.value())));
    }
}
