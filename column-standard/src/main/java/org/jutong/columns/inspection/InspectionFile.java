package org.jutong.columns.inspection;

import static org.jutong.columns.internal.DataFile.check;
import static org.jutong.columns.internal.DataFile.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jutong.columns.Basis;
import org.jutong.columns.internal.DataFile;
import org.jutong.columns.internal.Maybe;

/** The data file of inspection rules, as it is written. */
record InspectionFile(
        String version,
        Map<String, Basis> sources,
        Map<String, Time> clocks,
        SafetyPart safety,
        UnreachablePart unreachable,
        Time home,
        ColumnsPart columns,
        InteractionPart interaction,
        ServicesPart services,
        ScorePart score,
        Map<String, Time> statements) {

    record Time(String period, boolean inclusive, String basis) {}

    record SafetyPart(Time window, List<String> kinds, List<String> excusedWhenHandled, String basis) {}

    record UnreachablePart(int days, int visitsMoreThan, int percent, String basis) {}

    record ColumnsPart(StalePart stale, Count longStale, Count blank) {}

    record StalePart(int count, List<InspectionRules.Group> of, String basis) {}

    record Count(int count, String basis) {}

    record InteractionPart(String past, Time unanswered, List<String> excluded) {}

    record ServicesPart(int guides, int lacking, List<ElementRow> elements, String basis) {}

    record ElementRow(String id, String title, String basis) {}

    record ScorePart(
            BigDecimal base,
            BigDecimal pass,
            BigDecimal bonusAbove,
            BigDecimal bonusMost,
            String basis,
            List<ItemRow> deductions,
            List<ItemRow> bonuses) {}

    record ItemRow(String id, String title, @Maybe String clock, BigDecimal each, BigDecimal cap, String basis) {}

    InspectionRules rules() {
        DataFile.version(version);
        Map<String, InspectionRules.Limit> times = new LinkedHashMap<>();
        clocks.forEach((id, time) -> times.put(id, limit(time, "clocks." + id)));
        InspectionRules.Scoring scoring = scoring();
        return new InspectionRules(
                version,
                Map.copyOf(times),
                safetyRules(),
                unreachableRules(),
                limit(home, "home"),
                columnRules(),
                new InspectionRules.Interaction(
                        period(interaction.past, "interaction.past"),
                        limit(interaction.unanswered, "interaction.unanswered"),
                        Set.copyOf(interaction.excluded)),
                serviceRules(),
                scoring,
                statements(scoring));
    }

    private InspectionRules.Safety safetyRules() {
        safety.excusedWhenHandled.forEach(
                kind -> check(safety.kinds.contains(kind), "standard_dangling", "safety.excusedWhenHandled", kind));
        return new InspectionRules.Safety(
                limit(safety.window, "safety.window"),
                Set.copyOf(safety.kinds),
                Set.copyOf(safety.excusedWhenHandled),
                basis(safety.basis, "safety"));
    }

    private InspectionRules.Unreachable unreachableRules() {
        String at = "unreachable";
        within(unreachable.days, 1, 366, at + ".days");
        within(unreachable.visitsMoreThan, 0, Integer.MAX_VALUE, at + ".visitsMoreThan");
        within(unreachable.percent, 1, 100, at + ".percent");
        return new InspectionRules.Unreachable(
                unreachable.days, unreachable.visitsMoreThan, unreachable.percent, basis(unreachable.basis, at));
    }

    private InspectionRules.Columns columnRules() {
        String at = "columns.stale";
        columns.stale.of.forEach(group -> DataFile.resolve(clocks, group.clock(), at + ".of"));
        return new InspectionRules.Columns(
                within(columns.stale.count, 1, Integer.MAX_VALUE, at + ".count"),
                List.copyOf(columns.stale.of),
                basis(columns.stale.basis, at),
                threshold(columns.longStale, "columns.longStale"),
                threshold(columns.blank, "columns.blank"));
    }

    private InspectionRules.Threshold threshold(Count count, String at) {
        return new InspectionRules.Threshold(
                within(count.count, 1, Integer.MAX_VALUE, at + ".count"), basis(count.basis, at));
    }

    private InspectionRules.Services serviceRules() {
        List<InspectionRules.Element> elements = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < services.elements.size(); i++) {
            ElementRow row = services.elements.get(i);
            String at = "services.elements[" + i + "]";
            check(ids.add(row.id), "standard_duplicate", at + ".id", row.id);
            elements.add(new InspectionRules.Element(row.id, row.title, basis(row.basis, at)));
        }
        return new InspectionRules.Services(
                within(services.guides, 1, Integer.MAX_VALUE, "services.guides"),
                within(services.lacking, 1, elements.size(), "services.lacking"),
                List.copyOf(elements),
                basis(services.basis, "services"));
    }

    private InspectionRules.Scoring scoring() {
        Set<String> ids = new HashSet<>();
        notNegative(score.base, "score.base");
        notNegative(score.pass, "score.pass");
        notNegative(score.bonusAbove, "score.bonusAbove");
        notNegative(score.bonusMost, "score.bonusMost");
        return new InspectionRules.Scoring(
                score.base,
                score.pass,
                score.bonusAbove,
                score.bonusMost,
                basis(score.basis, "score"),
                items(score.deductions, "score.deductions", ids),
                items(score.bonuses, "score.bonuses", ids));
    }

    private List<InspectionRules.Item> items(List<ItemRow> rows, String part, Set<String> ids) {
        List<InspectionRules.Item> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ItemRow row = rows.get(i);
            String at = part + "[" + i + "]";
            check(ids.add(row.id), "standard_duplicate", at + ".id", row.id);
            Optional<String> clock = Optional.ofNullable(row.clock);
            clock.ifPresent(id -> DataFile.resolve(clocks, id, at + ".clock"));
            items.add(new InspectionRules.Item(
                    row.id,
                    row.title,
                    clock,
                    notNegative(row.each, at + ".each"),
                    notNegative(row.cap, at + ".cap"),
                    basis(row.basis, at)));
        }
        return List.copyOf(items);
    }

    private Map<String, InspectionRules.Limit> statements(InspectionRules.Scoring scoring) {
        String at = "statements";
        check(statements.containsKey(InspectionRules.OTHER), "standard_missing", at + "." + InspectionRules.OTHER, "");
        Set<String> known = new HashSet<>(Set.of(InspectionRules.OTHER));
        Stream.of(Veto.Kind.values()).map(Veto.Kind::id).forEach(known::add);
        Stream.concat(scoring.deductions().stream(), scoring.bonuses().stream())
                .map(InspectionRules.Item::id)
                .forEach(known::add);
        Map<String, InspectionRules.Limit> limits = new LinkedHashMap<>();
        statements.forEach((about, time) -> {
            check(known.contains(about), "standard_dangling", at, about);
            limits.put(about, limit(time, at + "." + about));
        });
        return Map.copyOf(limits);
    }

    private InspectionRules.Limit limit(Time time, String at) {
        return new InspectionRules.Limit(period(time.period, at + ".period"), time.inclusive, basis(time.basis, at));
    }

    private Basis basis(String id, String at) {
        return DataFile.resolve(sources, id, at + ".basis");
    }

    private static int within(int number, int least, int most, String at) {
        check(number >= least && number <= most, "standard_number_invalid", at, String.valueOf(number));
        return number;
    }

    private static BigDecimal notNegative(BigDecimal points, String at) {
        check(points.signum() >= 0, "standard_number_invalid", at, points.toString());
        return points;
    }
}
