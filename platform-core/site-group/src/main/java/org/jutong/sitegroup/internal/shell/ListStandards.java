package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.standard.SiteStandards;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code column:standards}. */
@Component
public final class ListStandards implements OperatorCommand {

    private final StoredStandards standards;
    private final SiteStandards sites;
    private final Words words;

    @Activate
    public ListStandards(@Reference StoredStandards standards, @Reference SiteStandards sites, @Reference Texts texts) {
        this.standards = standards;
        this.sites = sites;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "column:standards";
    }

    @Override
    public String description() {
        return words.say("column-standards");
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of();
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Map<SiteCode, String> bySite = sites.bySite();
        List<List<String>> rows = standards.all().all().stream()
                .map(s -> List.of(
                        s.version(),
                        s.title(),
                        s.since().toString(),
                        Long.toString(bySite.values().stream()
                                .filter(s.version()::equals)
                                .count())))
                .toList();
        return words.table(rows, "version", "title", "since", "sites");
    }
}
