package org.jutong.sitegroup.internal.shell;

import java.util.List;
import java.util.Map;
import org.jutong.identity.OperatorCommand;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.Table;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code site:show}. */
@Component
public final class ShowSite implements OperatorCommand {

    private final Sites sites;
    private final Columns columns;
    private final Words words;

    @Activate
    public ShowSite(@Reference Sites sites, @Reference Columns columns, @Reference Texts texts) {
        this.sites = sites;
        this.columns = columns;
        this.words = new Words(texts);
    }

    @Override
    public String name() {
        return "site:show";
    }

    @Override
    public String description() {
        return words.say("site-show");
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public List<Argument> arguments() {
        return List.of(words.argument("site", Kind.SITE));
    }

    @Override
    public Table run(Actor actor, Map<String, String> values) {
        Site site = sites.require(new SiteCode(values.get("site")));
        return words.table(
                List.of(
                        fact("code", site.code().value()),
                        fact("site", site.name()),
                        fact("level", words.name(site.level())),
                        fact("region", site.region() + " " + site.regionName()),
                        fact("parent", site.parent().map(SiteCode::value).orElse("")),
                        fact("colour", site.colour()),
                        fact("columns", Integer.toString(columns.of(site.code()).size())),
                        fact(
                                "below",
                                Integer.toString(sites.subtree(site.code()).size() - 1)),
                        fact("address", "/sites/" + site.code().value() + "/")),
                "fact",
                "value");
    }

    private List<String> fact(String name, String value) {
        return List.of(words.say("column." + name), value);
    }
}
