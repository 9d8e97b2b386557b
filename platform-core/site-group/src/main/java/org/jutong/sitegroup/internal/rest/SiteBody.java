package org.jutong.sitegroup.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites.NewSite;

/** A site as REST shows it. */
public record SiteBody(
        String code,
        String name,
        String level,
        String region,
        String regionName,
        String parent,
        String state,
        String colour,
        String url) {

    static SiteBody of(Site site) {
        return new SiteBody(
                site.code().value(),
                site.name(),
                site.level().id(),
                site.region(),
                site.regionName(),
                site.parent().map(SiteCode::value).orElse(null),
                "live",
                site.colour(),
                "/sites/" + site.code().value() + "/");
    }

    /** A page of sites. */
    public record SiteList(List<SiteBody> items, String next) {}

    /** A column. */
    public record ColumnBody(String key, String name, String parent, String type, String description, String keywords) {
        static ColumnBody of(Column c) {
            return new ColumnBody(c.key(), c.name(), c.parent().orElse(null), c.type(), c.description(), c.keywords());
        }
    }

    /** The columns of a site. */
    public record ColumnList(List<ColumnBody> items) {}

    /** A site to be opened. */
    public record SiteRequest(
            String code, String name, String level, String region, String regionName, String parent, String colour) {
        NewSite site() {
            return new NewSite(
                    new SiteCode(Optional.ofNullable(code).orElse("")),
                    name,
                    SiteBody.level(level),
                    region,
                    regionName,
                    Page.text(parent).map(SiteCode::new),
                    colour);
        }
    }

    /** The level of this name. */
    static Level level(String id) {
        return Arrays.stream(Level.values())
                .filter(level ->
                        level.id().equals(Optional.ofNullable(id).orElse("").toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("level_unknown", "level", String.valueOf(id)));
    }
}
