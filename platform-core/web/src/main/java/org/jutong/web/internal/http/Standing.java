package org.jutong.web.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;
import org.jutong.web.internal.http.PortalAddress.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the state of a site means for its addresses: one that is not in service yet is not there, one that is closed for
 * a while says until when, and behind each address of one that is gone stands where its content went.
 */
@Component(service = Standing.class)
public final class Standing {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    /** Sites that took over a site that is gone may be gone themselves. */
    private static final int LONGEST_CHAIN = 10;

    private final Sites sites;
    private final Columns columns;
    private final Reading reading;
    private final SiteLife life;
    private final Clock clock;

    @Activate
    public Standing(
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Reading reading,
            @Reference SiteLife life,
            @Reference Clock clock) {
        this.sites = sites;
        this.columns = columns;
        this.reading = reading;
        this.life = life;
        this.clock = clock;
    }

    /**
     * Where a page is now that was at this address: one of a closed site, or of a column that has another key.
     *
     * @return its path below the site, such as {@code articles/17}, with the site; empty where it is where it was, or
     *     nowhere
     * @throws Problem {@code site_not_found} (404), {@code site_closed_temporarily} (503), {@code site_closed} (410)
     */
    Optional<Moved> moved(Site site, Target target) {
        if (site.state().isPublic()) {
            return target instanceof Target.ColumnList column ? renamed(site, column.key()) : Optional.empty();
        }
        if (site.state() == SiteState.TEMPORARILY_CLOSED) {
            throw Problem.of(
                    503,
                    "site_closed_temporarily",
                    site.name(),
                    site.until().map(LocalDate::toString).orElse(""));
        }
        if (site.state() != SiteState.CLOSED) {
            throw Problem.notFound("site_not_found", site.code().value());
        }
        Site heir = heir(site);
        return page(site, heir, target).map(path -> new Moved(heir.code(), path));
    }

    /** A page at its new place. */
    record Moved(SiteCode site, String path) {}

    private Optional<Moved> renamed(Site site, String key) {
        return columns.find(site.code(), key).isPresent()
                ? Optional.empty()
                : columns.current(site.code(), key)
                        .map(column -> new Moved(site.code(), "columns/" + column.key() + "/"));
    }

    /** The site in service that has the content of this one. */
    Site heir(Site site) {
        Site heir = site;
        for (int i = 0; i < LONGEST_CHAIN && heir.state() == SiteState.CLOSED; i++) {
            Site gone = heir;
            heir = gone.movedTo().flatMap(sites::find).orElse(gone);
        }
        return heir;
    }

    private Optional<String> page(Site site, Site heir, Target target) {
        if (!heir.state().isPublic()) {
            return Optional.empty();
        }
        if (target instanceof Target.ArticlePage article) {
            return reading.article(heir.code(), article.id()).map(placed -> "articles/" + article.id());
        }
        if (target instanceof Target.ColumnList column) {
            return columns.current(site.code(), column.key())
                    .map(had -> life.movedColumns(site.code()).getOrDefault(had.key(), had.key()))
                    .flatMap(key -> columns.current(heir.code(), key))
                    .map(there -> "columns/" + there.key() + "/");
        }
        return Optional.empty();
    }

    /** Seconds until a site that is closed for a while is expected back. */
    Optional<Long> secondsLeft(Site site) {
        return site.until()
                .filter(day -> site.state() == SiteState.TEMPORARILY_CLOSED)
                .map(day -> day.plusDays(1).atStartOfDay(BEIJING).toInstant())
                .map(back ->
                        Math.max(60, Duration.between(clock.instant(), back).toSeconds()));
    }
}
