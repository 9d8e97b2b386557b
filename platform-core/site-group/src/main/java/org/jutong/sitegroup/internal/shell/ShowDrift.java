package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.standard.SiteStandards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:drift}. */
@Component
public final class ShowDrift implements OperatorCommand {

    private final SiteStandards standards;
    private final Words words;
    private final Texts texts;

    @Activate
    public ShowDrift(@Reference SiteStandards standards, @Reference Texts texts) {
        this.standards = standards;
        this.texts = texts;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "column:drift";
    }

    @Override
    public String description() {
        return words.say("column-drift");
    }

    @Override
    public String permission() {
        return "site.manage";
    }

    @Override
    public Set<String> anyOf() {
        return Set.of("site.manage", "standard.manage");
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("site", Kind.SITE), words.option("version", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        SiteCode site = new SiteCode(values.get("site"));
        List<List<String>> rows =
                standards.drift(actor, site, Optional.ofNullable(values.get("--version"))).drift().deviations().stream()
                        .map(d -> List.of(
                                d.key(),
                                texts.say(
                                        Texts.CHINESE,
                                        "drift." + d.kind().name().toLowerCase(Locale.ROOT),
                                        List.of(d.key(), d.expected(), d.found()))))
                        .toList();
        return words.table(rows, "key", "value");
    }
}
