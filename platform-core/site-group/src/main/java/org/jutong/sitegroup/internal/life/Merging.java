package org.jutong.sitegroup.internal.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jutong.audit.Action;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.life.StepBook.Making;
import org.jutong.sitegroup.internal.store.MoveRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which sites can merge, and the move of the content. */
@Component(service = Merging.class)
public final class Merging {

    private static final String COLUMN = "column.";

    private final StepBook book;
    private final SiteMemory memory;
    private final MoveRows moves;

    /** Over the site group's tables. */
    @Activate
    public Merging(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference StepBook book,
            @Reference SiteMemory memory) {
        this.book = book;
        this.memory = memory;
        this.moves = new MoveRows(store);
    }

    void check(Site site, Site target, Map<String, String> columns) {
        if (site.parent().isEmpty()) {
            throw Problem.conflict("site_is_root", site.code().value());
        }
        if (target.code().equals(site.code())) {
            throw Problem.invalid("target_is_itself", "target");
        }
        if (target.state() != SiteState.LIVE) {
            throw Problem.conflict("target_not_in_service", target.code().value());
        }
        requireNoChildren(site);
        List<String> homeless = moves.columnsWithContent(site.code()).stream()
                .filter(key -> memory.now()
                        .column(target.code(), columns.getOrDefault(key, key))
                        .isEmpty())
                .toList();
        if (!homeless.isEmpty()) {
            throw Problem.conflict("columns_unmapped", String.join(", ", homeless));
        }
    }

    /** @throws Problem {@code site_has_children} */
    void requireNoChildren(Site site) {
        List<String> left = memory.now().children(site.code()).stream()
                .filter(child -> !child.state().isOver())
                .map(child -> child.code().value())
                .toList();
        if (!left.isEmpty()) {
            throw Problem.conflict(
                    "site_has_children", left.size(), left.stream().limit(5).collect(Collectors.joining(", ")));
        }
    }

    /**
     * Shows the content on the target too, and says so in the site's life; nothing where it was moved already.
     *
     * @return how many articles were placed
     */
    int move(Actor by, SiteCode code, String reason) {
        Site site = book.site(code);
        if (site.state() != SiteState.MERGING) {
            throw Problem.conflict("site_not_merging", code.value());
        }
        List<Step> steps = book.steps(code);
        if (steps.get(steps.size() - 1).kind() != Step.Kind.MERGE) {
            return 0;
        }
        SiteCode target = site.movedTo().orElseThrow();
        int[] placed = new int[1];
        book.make(
                Making.of(Action.SITE_MERGE, Step.Kind.CONTENT_MOVED, by, Why.because(reason)),
                site,
                SiteState.MERGING,
                "site_not_merging",
                site,
                () -> placed[0] = moves.copy(code, target, columns(steps)));
        book.changed(target);
        return placed[0];
    }

    static Map<String, String> facts(SiteCode target, Map<String, String> columns) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("target", target.value());
        columns.forEach((from, to) -> facts.put(COLUMN + from, to));
        return facts;
    }

    /** Which column of the target takes which, as the last merger said. */
    static Map<String, String> columns(List<Step> steps) {
        Optional<Step> merger =
                steps.stream().filter(step -> step.kind() == Step.Kind.MERGE).reduce((one, later) -> later);
        return merger.map(Step::facts).orElse(Map.of()).entrySet().stream()
                .filter(fact -> fact.getKey().startsWith(COLUMN))
                .collect(Collectors.toMap(fact -> fact.getKey().substring(COLUMN.length()), Map.Entry::getValue));
    }
}
