package org.jutong.sitegroup.internal.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jutong.audit.Action;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.SiteDirectory;
import org.jutong.sitegroup.internal.life.StepBook.Making;
import org.jutong.sitegroup.internal.store.FilingRows;
import org.jutong.sitegroup.internal.store.SiteRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** From the application to the day a site goes into service. */
@Component(service = Opening.class)
public final class Opening {

    private final StepBook book;
    private final SiteDirectory directory;
    private final Notices notices;
    private final FilingRows filings;
    private final SiteRows columnRows;
    private final FilingCheck check = new FilingCheck();

    /** Over the site group's tables. */
    @Activate
    public Opening(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference StepBook book,
            @Reference SiteDirectory directory,
            @Reference Notices notices) {
        this.book = book;
        this.directory = directory;
        this.notices = notices;
        this.filings = new FilingRows(store);
        this.columnRows = new SiteRows(store);
    }

    Site apply(Actor by, NewSite wanted, Why why) {
        SiteCode parent = wanted.parent().orElseThrow(() -> Problem.invalid("parent_missing", "parent"));
        book.require(by, "site.apply", parent);
        Site applied = directory.checked(wanted).in(SiteState.APPLIED, Optional.empty(), Optional.empty());
        Site above =
                directory.find(parent).orElseThrow(() -> Problem.invalid("parent_not_found", "parent", parent.value()));
        if (!above.state().hasContent()) {
            throw Problem.conflict("parent_not_in_service", parent.value());
        }
        Making making = Making.of(Action.SITE_APPLY, Step.Kind.APPLY, by, why);
        Optional<Site> before = directory.find(applied.code());
        if (before.filter(site -> site.state() == SiteState.REJECTED).isPresent()) {
            Site again = before.get();
            if (again.level() != applied.level() || again.kind() != applied.kind()) {
                throw Problem.conflict("site_exists", applied.code().value());
            }
            return book.make(making, again, SiteState.REJECTED, "site_exists", applied, () -> {});
        }
        return directory.apply(by, applied, book.step(making, book.checked(by, why), applied));
    }

    Site approve(Actor by, Site site, Approvals round, Why why) {
        SiteState next = round.isLast() ? SiteState.PREPARING : SiteState.APPLIED;
        Site after = site.in(next, Optional.empty(), Optional.empty());
        List<Column> columns = round.isLast() ? directory.columnsFor(after) : List.of();
        book.make(
                Making.of(Action.SITE_APPROVE, Step.Kind.APPROVE, by, why).at(round.next()),
                site,
                SiteState.APPLIED,
                "nothing_to_approve",
                after,
                () -> {
                    columnRows.addColumns(columns);
                    book.has(columns);
                });
        return after;
    }

    Site reject(Actor by, Site site, Approvals round, Why why) {
        return book.make(
                Making.of(Action.SITE_REJECT, Step.Kind.REJECT, by, why).at(round.next()),
                site,
                SiteState.APPLIED,
                "nothing_to_approve",
                site.in(SiteState.REJECTED, Optional.empty(), Optional.empty()),
                () -> {});
    }

    Filing filing(SiteCode site) {
        return filings.find(site);
    }

    Filing file(Actor by, Site site, Filing filing, Why why) {
        book.require(by, "site.manage", site.code());
        if (site.state().isOver() || site.state() == SiteState.APPLIED) {
            throw Problem.conflict("site_not_filed", site.code().value());
        }
        Filing checked = check.checked(filing, book.today());
        book.make(
                Making.of(Action.SITE_FILE, Step.Kind.FILE, by, why).with(facts(checked)),
                site,
                site.state(),
                "site_not_filed",
                site,
                () -> filings.set(site.code(), checked));
        return checked;
    }

    private static Map<String, String> facts(Filing filing) {
        Map<String, String> facts = new TreeMap<>();
        filing.icp().ifPresent(text -> facts.put("icp", text));
        filing.police().ifPresent(text -> facts.put("police", text));
        filing.emblem().ifPresent(text -> facts.put("emblem", text));
        filing.test().ifPresent(test -> {
            facts.put("testedOn", test.on().toString());
            facts.put("testedBy", test.by());
            facts.put("passed", String.valueOf(test.passed()));
        });
        return facts;
    }

    Site open(Actor by, Site site, Why why) {
        book.require(by, "site.open", site.code());
        if (site.state() != SiteState.PREPARING) {
            throw Problem.conflict("site_not_preparing", site.code().value());
        }
        check.requireComplete(filings.find(site.code()));
        SiteCode top = root(site);
        Map<String, String> facts = Map.of("notice", top.value());
        return book.make(
                Making.of(Action.SITE_OPEN, Step.Kind.OPEN, by, why).with(facts),
                site,
                SiteState.PREPARING,
                "site_not_preparing",
                site.in(SiteState.LIVE, Optional.empty(), Optional.empty()),
                () -> notices.publish(
                        by, top, "opened", site.name(), site.code().value(), site.regionName()));
    }

    private SiteCode root(Site site) {
        List<SiteCode> above = book.above(site.code());
        return above.isEmpty() ? site.code() : above.get(above.size() - 1);
    }
}
