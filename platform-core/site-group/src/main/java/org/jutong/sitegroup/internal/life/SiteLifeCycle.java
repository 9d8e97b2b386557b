package org.jutong.sitegroup.internal.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.audit.Action;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites.NewSite;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.internal.life.StepBook.Making;
import org.jutong.sitegroup.internal.tasks.StoredTasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The life of the sites; which step goes where is in {@link Opening} and {@link Closing}. */
@Component(service = {SiteLifeCycle.class, SiteLife.class})
public final class SiteLifeCycle implements SiteLife {

    private static final String APPROVE = "site.approve";
    private static final Set<Step.Kind> FOR_MANY = Set.of(Step.Kind.APPROVE, Step.Kind.MERGE, Step.Kind.CLOSE);

    private final StepBook book;
    private final Opening opening;
    private final Closing closing;
    private final StoredTasks tasks;
    private final Authority authority;

    /** Over the steps. */
    @Activate
    public SiteLifeCycle(
            @Reference StepBook book,
            @Reference Opening opening,
            @Reference Closing closing,
            @Reference StoredTasks tasks,
            @Reference Authority authority) {
        this.book = book;
        this.opening = opening;
        this.closing = closing;
        this.tasks = tasks;
        this.authority = authority;
    }

    @Override
    public Site apply(Actor by, NewSite site, Why why) {
        return opening.apply(by, site, why);
    }

    @Override
    public Site approve(Actor by, SiteCode code, Why why) {
        Site site = book.site(code);
        Approvals round = round(by, site);
        return site.state() == SiteState.APPLIED
                ? opening.approve(by, site, round, why)
                : closing.approve(by, site, round, why);
    }

    @Override
    public Site reject(Actor by, SiteCode code, Why why) {
        Site site = book.site(code);
        Approvals round = round(by, site);
        return site.state() == SiteState.APPLIED
                ? opening.reject(by, site, round, why)
                : closing.reject(by, site, round, why);
    }

    private Approvals round(Actor by, Site site) {
        if (site.state() != SiteState.APPLIED && site.state() != SiteState.MERGING) {
            book.require(by, APPROVE, site.code());
        }
        Approvals round = Approvals.of(site.state(), book.steps(site.code()), book.above(site.code()));
        book.require(by, APPROVE, round.next());
        round.checkWho(by.username());
        return round;
    }

    @Override
    public Filing filing(SiteCode site) {
        return opening.filing(book.site(site).code());
    }

    @Override
    public Filing file(Actor by, SiteCode site, Filing filing, Why why) {
        return opening.file(by, book.site(site), filing, why);
    }

    @Override
    public Site open(Actor by, SiteCode site, Why why) {
        return opening.open(by, book.site(site), why);
    }

    @Override
    public Site closeTemporarily(Actor by, SiteCode site, LocalDate until, boolean unforeseen, Why why) {
        return closing.closeTemporarily(by, book.site(site), until, unforeseen, why);
    }

    @Override
    public Site reopen(Actor by, SiteCode site, Why why) {
        Site closed = book.site(site);
        book.require(by, "site.close", site);
        return closing.reopen(by, closed, why);
    }

    @Override
    public Task merge(Actor by, SiteCode site, SiteCode target, Map<String, String> columns, Why why) {
        closing.merge(by, book.site(site), book.site(target), columns, why);
        return tasks.add(ContentMove.KIND, Optional.of(site), new ContentMove.Input(why.reason()), by);
    }

    @Override
    public Site keep(Actor by, SiteCode site, Why why) {
        return closing.keep(by, book.site(site), why);
    }

    @Override
    public Site close(Actor by, SiteCode site, Why why) {
        return closing.close(by, book.site(site), why);
    }

    @Override
    public Site move(Actor by, SiteCode code, SiteCode parent, Why why) {
        Site site = book.site(code);
        Site above = book.site(parent);
        book.require(by, "site.manage", code);
        book.require(by, "site.manage", parent);
        if (site.parent().isEmpty()) {
            throw Problem.conflict("site_is_root", code.value());
        }
        if (parent.equals(code) || book.above(parent).contains(code)) {
            throw Problem.conflict("parent_cycle", parent.value(), code.value());
        }
        if (!above.state().hasContent()) {
            throw Problem.conflict("parent_not_in_service", parent.value());
        }
        return book.make(
                Making.of(Action.SITE_CHANGE, Step.Kind.MOVE, by, why).with(Map.of("parent", parent.value())),
                site,
                site.state(),
                "site_over",
                site.below(parent),
                () -> {});
    }

    @Override
    public List<Step> steps(Actor by, SiteCode site) {
        book.site(site);
        if (List.of("site.manage", APPROVE, "site.apply").stream()
                .noneMatch(right -> authority.allows(by, right, site))) {
            book.require(by, "site.manage", site);
        }
        return book.steps(site);
    }

    @Override
    public Map<String, String> movedColumns(SiteCode site) {
        return Merging.columns(book.steps(site));
    }

    @Override
    public List<Step.Kind> next(SiteCode site) {
        return switch (book.site(site).state()) {
            case APPLIED -> List.of(Step.Kind.APPROVE, Step.Kind.REJECT);
            case REJECTED -> List.of(Step.Kind.APPLY);
            case PREPARING -> List.of(Step.Kind.FILE, Step.Kind.OPEN, Step.Kind.MOVE);
            case LIVE -> List.of(Step.Kind.FILE, Step.Kind.CLOSE_TEMPORARILY, Step.Kind.MERGE, Step.Kind.MOVE);
            case TEMPORARILY_CLOSED -> List.of(Step.Kind.REOPEN, Step.Kind.FILE);
            case MERGING -> List.of(Step.Kind.APPROVE, Step.Kind.REJECT, Step.Kind.KEEP);
            case CLOSING -> List.of(Step.Kind.CLOSE, Step.Kind.KEEP);
            case CLOSED -> List.of();
        };
    }

    @Override
    public Task many(Actor by, Step.Kind kind, List<SiteCode> sites, Why why) {
        if (!FOR_MANY.contains(kind)) {
            throw Problem.invalid("step_not_for_many", "step", kind.id());
        }
        if (sites.isEmpty()) {
            throw Problem.invalid("sites_missing", "sites");
        }
        Why checked = book.checked(by, why);
        SiteSteps.Input input = new SiteSteps.Input(
                kind, sites.stream().map(SiteCode::value).distinct().toList(), checked.reason(), checked.documents());
        return tasks.add(SiteSteps.KIND, Optional.empty(), input, by);
    }
}
