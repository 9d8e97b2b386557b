package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Receiving;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.store.ReceivingRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What sites answer to what is pushed to them. */
@Component(service = Receiving.class)
public final class SiteReceiving implements Receiving {

    private static final String MANAGE = "site.manage";
    private static final String PUBLISH = "article.publish";

    private final Store store;
    private final ReceivingRows rows;
    private final Sites sites;
    private final Columns columns;
    private final Authority authority;
    private final Audit audit;
    private final SiteChanges changes;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public SiteReceiving(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new ReceivingRows(store);
        this.sites = sites;
        this.columns = columns;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public boolean asks(Actor by, SiteCode site) {
        sites.require(site);
        if (!authority.allows(by, MANAGE, site)) {
            authority.require(by, PUBLISH, site);
        }
        return rows.asks(site);
    }

    @Override
    public void ask(Actor by, SiteCode site, boolean asked, String reason) {
        require(by, MANAGE, site);
        String why = PlainText.required("reason", reason, 200);
        store.recorded(
                () -> {
                    rows.ask(site, asked, why, by.username(), clock.instant());
                    return site;
                },
                done -> audit.record(Event.done(Action.SITE_CHANGE, by, "receiving:" + (asked ? "asks" : "at once"))
                        .on(site)
                        .saying(why)));
    }

    @Override
    public List<Waiting> waiting(Actor by, SiteCode site, Optional<Long> after, int limit) {
        require(by, PUBLISH, site);
        return rows.waiting(site, after, limit);
    }

    @Override
    public void accept(Actor by, SiteCode site, long article) {
        require(by, PUBLISH, site);
        if (!sites.require(site).state().hasContent()) {
            throw Problem.conflict("site_not_in_service", site.value());
        }
        String wanted = rows.column(site, article).orElseThrow(() -> nothingWaits(site, article));
        String column = columns.current(site, wanted)
                .orElseThrow(() -> Problem.notFound("column_not_found", wanted, site.value()))
                .key();
        store.recorded(() -> rows.accept(site, article, column), done -> record(by, site, article, "accepted"));
        changes.changed(List.of(site));
    }

    @Override
    public void decline(Actor by, SiteCode site, long article, String reason) {
        require(by, PUBLISH, site);
        String why = PlainText.required("reason", reason, 200);
        store.recorded(
                () -> {
                    rows.decline(site, article, why);
                    return site;
                },
                done -> record(by, site, article, "declined: " + why));
    }

    private void record(Actor by, SiteCode site, long article, String words) {
        audit.record(Event.done(Action.ARTICLE_RECEIVE, by, "article:" + article)
                .on(site)
                .saying(words));
    }

    private void require(Actor by, String permission, SiteCode site) {
        sites.require(site);
        authority.require(by, permission, site);
    }

    private static Problem nothingWaits(SiteCode site, long article) {
        return Problem.notFound("nothing_waits", String.valueOf(article), site.value());
    }
}
