package org.jutong.sitegroup.internal.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
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
        String url,
        String kind,
        LocalDate until,
        String movedTo) {

    static SiteBody of(Site site) {
        return new SiteBody(
                site.code().value(),
                site.name(),
                site.level().id(),
                site.region(),
                site.regionName(),
                site.parent().map(SiteCode::value).orElse(null),
                site.state().id(),
                site.colour(),
                "/sites/" + site.code().value() + "/",
                site.kind().id(),
                site.until().orElse(null),
                site.movedTo().map(SiteCode::value).orElse(null));
    }

    /** A page of sites. */
    public record SiteList(List<SiteBody> items, String next) {}

    /** A site that is asked for; {@code kind} may be missing and is then a portal. */
    public record SiteRequest(
            String code,
            String name,
            String level,
            String region,
            String regionName,
            String parent,
            String colour,
            String kind) {

        static SiteRequest given(SiteRequest request) {
            return Optional.ofNullable(request)
                    .orElseGet(() -> new SiteRequest(null, null, null, null, null, null, null, null));
        }

        NewSite site() {
            return new NewSite(
                    new SiteCode(Optional.ofNullable(code).orElse("")),
                    name,
                    SiteBody.level(level),
                    region,
                    regionName,
                    Page.text(parent).map(SiteCode::new),
                    colour,
                    SiteBody.kind(kind));
        }
    }

    /** Sites that are asked for together. */
    public record SiteRequests(List<SiteRequest> items) {}

    /** The kind of this name. */
    static SiteKind kind(String id) {
        return Page.text(id)
                .map(given -> Arrays.stream(SiteKind.values())
                        .filter(kind -> kind.id().equals(given.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("kind_unknown", "kind", given)))
                .orElse(SiteKind.PORTAL);
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
