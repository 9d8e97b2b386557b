package org.jutong.sitegroup.internal.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jutong.audit.Action;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.OpenDuties;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.life.StepBook.Making;
import org.jutong.sitegroup.internal.store.MoveRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** For a while, or for good. */
@Component(service = Closing.class)
public final class Closing {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final StepBook book;
    private final Notices notices;
    private final Merging merging;
    private final MoveRows moves;
    private final LifeRules rules = LifeRules.load();

    private final Set<OpenDuties> duties = new CopyOnWriteArraySet<>();

    /** Over the site group's tables. */
    @Activate
    public Closing(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference StepBook book,
            @Reference Notices notices,
            @Reference Merging merging) {
        this.book = book;
        this.notices = notices;
        this.merging = merging;
        this.moves = new MoveRows(store);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(OpenDuties service) {
        duties.add(service);
    }

    void remove(OpenDuties service) {
        duties.remove(service);
    }

    Site closeTemporarily(Actor by, Site site, LocalDate until, boolean unforeseen, Why why) {
        book.require(by, "site.close", site.code());
        requireLive(site);
        LocalDate today = book.today();
        int most = rules.temporaryClosure().mostDays();
        if (until == null || until.isBefore(today)) {
            throw Problem.invalid("until_invalid", "until");
        }
        // the day it begins and the last day both count
        if (until.isAfter(today.plusDays(most - 1L))) {
            throw Problem.invalid("closure_too_long", "until", most);
        }
        if (!unforeseen
                && closuresIn(site.code(), today.getYear())
                        >= rules.temporaryClosure().mostPerYear()) {
            throw Problem.conflict("closed_this_year", rules.temporaryClosure().mostPerYear());
        }
        SiteCode portal = site.parent().orElse(site.code());
        return book.make(
                Making.of(Action.SITE_CLOSE_TEMPORARILY, Step.Kind.CLOSE_TEMPORARILY, by, why)
                        .with(Map.of("until", until.toString(), "unforeseen", String.valueOf(unforeseen))),
                site,
                SiteState.LIVE,
                "site_not_live",
                site.in(SiteState.TEMPORARILY_CLOSED, Optional.of(until), Optional.empty()),
                () -> {
                    for (SiteCode on :
                            List.of(site.code(), portal).stream().distinct().toList()) {
                        notices.publish(
                                by,
                                on,
                                "closed-temporarily",
                                site.name(),
                                today.toString(),
                                until.toString(),
                                why.reason());
                    }
                });
    }

    private long closuresIn(SiteCode site, int year) {
        return book.steps(site).stream()
                .filter(step -> step.kind() == Step.Kind.CLOSE_TEMPORARILY)
                .filter(step -> !Boolean.parseBoolean(step.facts().get("unforeseen")))
                .filter(step -> year(step.at()) == year)
                .count();
    }

    private static int year(Instant at) {
        return LocalDate.ofInstant(at, BEIJING).getYear();
    }

    Site reopen(Actor by, Site site, Why why) {
        return book.make(
                Making.of(Action.SITE_REOPEN, Step.Kind.REOPEN, by, why),
                site,
                SiteState.TEMPORARILY_CLOSED,
                "site_not_closed_temporarily",
                site.in(SiteState.LIVE, Optional.empty(), Optional.empty()),
                () -> {});
    }

    /** Says yes to the merger and lets the content move in the same transaction. */
    void merge(Actor by, Site site, Site target, Map<String, String> columns, Why why) {
        book.require(by, "site.close", site.code());
        book.require(by, "site.manage", target.code());
        requireLive(site);
        merging.check(site, target, columns);
        book.make(
                Making.of(Action.SITE_MERGE, Step.Kind.MERGE, by, why).with(Merging.facts(target.code(), columns)),
                site,
                SiteState.LIVE,
                "site_not_live",
                site.in(SiteState.MERGING, Optional.empty(), Optional.of(target.code())),
                () -> {});
    }

    Site approve(Actor by, Site site, Approvals round, Why why) {
        SiteState next = round.isLast() ? SiteState.CLOSING : SiteState.MERGING;
        Optional<LocalDate> until = next == SiteState.CLOSING
                ? Optional.of(book.today().plusDays(rules.closureNotice().days() - 1L))
                : Optional.empty();
        return book.make(
                Making.of(Action.SITE_APPROVE, Step.Kind.APPROVE, by, why)
                        .at(round.next())
                        .with(until.map(day -> Map.of("until", day.toString())).orElse(Map.of())),
                site,
                SiteState.MERGING,
                "nothing_to_approve",
                site.in(next, until, site.movedTo()),
                () -> {});
    }

    Site reject(Actor by, Site site, Approvals round, Why why) {
        return stay(Making.of(Action.SITE_REJECT, Step.Kind.REJECT, by, why).at(round.next()), site);
    }

    Site keep(Actor by, Site site, Why why) {
        book.require(by, "site.close", site.code());
        if (site.state() != SiteState.MERGING && site.state() != SiteState.CLOSING) {
            throw Problem.conflict("site_not_closing", site.code().value());
        }
        return stay(Making.of(Action.SITE_KEEP, Step.Kind.KEEP, by, why), site);
    }

    private Site stay(Making making, Site site) {
        Site after = book.make(
                making,
                site,
                site.state(),
                "site_not_closing",
                site.in(SiteState.LIVE, Optional.empty(), Optional.empty()),
                () -> site.movedTo().ifPresent(target -> moves.takeBack(site.code(), target)));
        site.movedTo().ifPresent(book::changed);
        return after;
    }

    Site close(Actor by, Site site, Why why) {
        book.require(by, "site.close", site.code());
        if (site.state() != SiteState.CLOSING) {
            throw Problem.conflict("site_not_closing", site.code().value());
        }
        LocalDate last = site.until().orElseThrow();
        if (!book.today().isAfter(last)) {
            throw Problem.conflict("notice_running", last.toString());
        }
        merging.requireNoChildren(site);
        List<String> open = new ArrayList<>();
        duties.forEach(each -> open.addAll(each.of(site.code())));
        if (!open.isEmpty()) {
            throw Problem.conflict("site_has_duties", String.join("、", open));
        }
        SiteCode target = site.movedTo().orElseThrow();
        Map<String, String> columns = Merging.columns(book.steps(site.code()));
        Site after = book.make(
                Making.of(Action.SITE_CLOSE, Step.Kind.CLOSE, by, why).with(Map.of("target", target.value())),
                site,
                SiteState.CLOSING,
                "site_not_closing",
                site.in(SiteState.CLOSED, Optional.empty(), site.movedTo()),
                () -> moves.handOver(site.code(), target, columns));
        book.changed(target);
        return after;
    }

    private static void requireLive(Site site) {
        if (site.state() != SiteState.LIVE) {
            throw Problem.conflict("site_not_live", site.code().value());
        }
    }
}
