package org.jutong.columns.inspection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jutong.columns.Basis;
import org.jutong.columns.inspection.ColumnStanding.State;

/**
 * The score of a site.
 *
 * @param total points after deductions and, where they count, bonuses; where something is not known, the most it can be
 * @param least points if everything that is not known were as bad as it can be, without bonuses
 * @param deducted points taken away
 * @param bonus points added; 0 where the site has too few for bonuses
 * @param items every item of the rules, deductions before bonuses
 */
public record Score(BigDecimal total, BigDecimal least, BigDecimal deducted, BigDecimal bonus, List<Item> items) {

    /**
     * An item of the score. Its words are the text {@code inspection.item.} and its id.
     *
     * @param id the item
     * @param title what the rules call it, in Chinese
     * @param count how often it was found; empty where nobody looked
     * @param points what it takes away (below 0) or would add
     * @param isAll whether nothing about it is unknown
     * @param basis the rule
     */
    public record Item(String id, String title, OptionalInt count, BigDecimal points, boolean isAll, Basis basis) {}

    static Score of(SiteEvidence seen, Optional<ColumnsCheck> columns, InspectionRules.Scoring rules) {
        List<Item> items = new ArrayList<>();
        BigDecimal deducted = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (InspectionRules.Item rule : rules.deductions()) {
            OptionalInt count = count(rule, seen, columns);
            BigDecimal points = rule.points(count.orElse(0));
            boolean isAll = count.isPresent()
                    && !seen.partly().contains(rule.id())
                    && rule.clock()
                            .filter(clock -> columns.get().count(clock, State.UNKNOWN) > 0)
                            .isEmpty();
            deducted = deducted.add(points);
            open = isAll ? open : open.add(rule.cap().subtract(points));
            items.add(new Item(rule.id(), rule.title(), count, points.negate(), isAll, rule.basis()));
        }
        BigDecimal earned = BigDecimal.ZERO;
        for (InspectionRules.Item rule : rules.bonuses()) {
            OptionalInt count = count(rule, seen, columns);
            BigDecimal points = rule.points(count.orElse(0));
            earned = earned.add(points);
            items.add(new Item(rule.id(), rule.title(), count, points, count.isPresent(), rule.basis()));
        }
        BigDecimal kept = rules.base().subtract(deducted).max(BigDecimal.ZERO);
        BigDecimal bonus = kept.compareTo(rules.bonusAbove()) > 0 ? earned.min(rules.bonusMost()) : BigDecimal.ZERO;
        BigDecimal least = kept.subtract(open).max(BigDecimal.ZERO);
        return new Score(kept.add(bonus), least, deducted, bonus, List.copyOf(items));
    }

    private static OptionalInt count(InspectionRules.Item rule, SiteEvidence seen, Optional<ColumnsCheck> columns) {
        if (rule.clock().isPresent()) {
            return columns.map(c -> OptionalInt.of(c.count(rule.clock().get(), State.STALE)))
                    .orElse(OptionalInt.empty());
        }
        Integer count = seen.counts().get(rule.id());
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
