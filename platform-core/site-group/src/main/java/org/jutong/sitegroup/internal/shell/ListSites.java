package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code site:list}. */
@Component
public final class ListSites implements OperatorCommand {

    private static final int USUAL = 1_000;

    private final Sites sites;
    private final Words words;

    @Activate
    public ListSites(@Reference Sites sites, @Reference Texts texts) {
        this.sites = sites;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "site:list";
    }

    @Override
    public String description() {
        return words.say("site-list");
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.option("level", Kind.TEXT), words.option("limit", Kind.TEXT));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Optional<String> level = Optional.ofNullable(values.get("--level"));
        level.filter(id -> List.of(Level.values()).stream().noneMatch(l -> l.id().equals(id)))
                .ifPresent(id -> {
                    throw Problem.invalid("level_unknown", "level", id);
                });
        List<List<String>> rows = sites.page(Optional.empty(), sites.count()).stream()
                .filter(site -> level.isEmpty() || site.level().id().equals(level.get()))
                .limit(Words.limit(values, USUAL))
                .map(this::row)
                .toList();
        return words.table(rows, "code", "site", "level", "region", "parent");
    }

    private List<String> row(Site site) {
        return List.of(
                site.code().value(),
                site.name(),
                words.name(site.level()),
                site.regionName(),
                site.parent().map(SiteCode::value).orElse(""));
    }
}
