package org.jutong.columns.drift;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jutong.columns.Basis;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.LocalRule;
import org.jutong.columns.StandardColumn;
import org.jutong.columns.drift.Deviation.Kind;

/**
 * How far a site's columns are from a version of the standard. Immutable.
 *
 * @param version the version
 * @param level the level of the site
 * @param deviations what differs: by the order of the standard, then the site's own columns
 */
public record Drift(String version, String level, List<Deviation> deviations) {

    /** Whether nothing needs mending; a site's own columns do not, where they are allowed. */
    public boolean isNone() {
        return deviations.stream().allMatch(d -> d.kind() == Kind.LOCAL);
    }

    /**
     * Compares.
     *
     * @param levelId a level of the standard
     * @param region the short name that stands for {@code {region}} in titles
     * @param columns the site's columns in any order
     * @throws IllegalArgumentException for a level that the standard does not have, or a key that is there twice,
     *     or a column below one that is not there
     */
    public static Drift of(ColumnStandard standard, String levelId, String region, List<SiteColumn> columns) {
        return new Drift(standard.version(), levelId, new Comparison(standard, levelId, region, columns).deviations());
    }

    /** The columns of the site's own that have no place in the standard. */
    static Set<String> notAllowed(ColumnStandard standard, String level, List<SiteColumn> own) {
        Set<String> extra = new HashSet<>();
        Map<Optional<String>, List<SiteColumn>> byPlace =
                own.stream().sorted(SiteColumn.IN_ORDER).collect(Collectors.groupingBy(SiteColumn::parent));
        byPlace.forEach((place, there) -> {
            Optional<LocalRule> rule = ruleFor(standard, level, place);
            List<SiteColumn> fit = there.stream()
                    .filter(c -> rule.isPresent() && rule.get().types().contains(c.type()))
                    .limit(rule.map(LocalRule::atMost).orElse(0))
                    .toList();
            there.stream().filter(c -> !fit.contains(c)).forEach(c -> extra.add(c.key()));
        });
        return extra;
    }

    static Optional<LocalRule> ruleFor(ColumnStandard standard, String level, Optional<String> place) {
        return standard.local(level).stream()
                .filter(r -> r.below().equals(place))
                .findFirst();
    }

    /** One comparison. */
    private static final class Comparison {

        private final ColumnStandard standard;
        private final String level;
        private final Map<String, SiteColumn> site;
        private final List<SiteColumn> wanted;
        private final List<Deviation> found = new ArrayList<>();

        Comparison(ColumnStandard standard, String level, String region, List<SiteColumn> columns) {
            this.standard = standard;
            this.level = level;
            this.wanted = SiteColumn.of(standard, level, region);
            this.site = byKey(columns);
        }

        List<Deviation> deviations() {
            Set<String> known = new HashSet<>();
            Set<String> behind = reordered();
            for (SiteColumn want : wanted) {
                known.add(want.key());
                compare(want, site.get(want.key()), behind.contains(want.key()));
            }
            List<SiteColumn> own = site.values().stream()
                    .filter(c -> !known.contains(c.key()) && !superseded(c))
                    .sorted(SiteColumn.IN_ORDER)
                    .toList();
            Set<String> extra = notAllowed(standard, level, own);
            for (SiteColumn c : own) {
                Basis basis = ruleFor(standard, level, c.parent())
                        .map(LocalRule::basis)
                        .orElse(standard.basis(level));
                add(extra.contains(c.key()) ? Kind.EXTRA : Kind.LOCAL, c.key(), "", c.name(), basis);
            }
            return List.copyOf(found);
        }

        private void compare(SiteColumn want, SiteColumn has, boolean isBehind) {
            StandardColumn rule = standard.column(level, want.key()).orElseThrow();
            Basis basis = rule.basis();
            if (has == null) {
                if (rule.replaces().stream().noneMatch(site::containsKey)) {
                    add(Kind.MISSING, want.key(), want.name(), "", basis);
                }
                return;
            }
            if (!want.name().equals(has.name())) {
                add(Kind.RENAMED, want.key(), want.name(), has.name(), basis);
            }
            if (!want.parent().equals(has.parent())) {
                add(
                        Kind.MOVED,
                        want.key(),
                        want.parent().orElse(""),
                        has.parent().orElse(""),
                        basis);
            } else if (isBehind) {
                add(Kind.REORDERED, want.key(), "", "", basis);
            }
            if (!want.type().equals(has.type())) {
                add(Kind.WRONG_TYPE, want.key(), want.type(), has.type(), basis);
            }
            if (!want.clock().equals(has.clock())) {
                Basis clock = rule.clock().map(c -> c.basis()).orElse(basis);
                add(Kind.WRONG_CLOCK, want.key(), words(want.clock()), words(has.clock()), clock);
            }
        }

        private boolean superseded(SiteColumn c) {
            Optional<StandardColumn> successor = standard.successor(level, c.key());
            successor.ifPresent(s -> add(Kind.SUPERSEDED, c.key(), s.key(), c.name(), s.basis()));
            Optional<Basis> gone = standard.removed().stream()
                    .filter(r -> r.key().equals(c.key()))
                    .map(r -> r.basis())
                    .findFirst();
            gone.ifPresent(basis -> add(Kind.SUPERSEDED, c.key(), "", c.name(), basis));
            return successor.isPresent() || gone.isPresent();
        }

        private Set<String> reordered() {
            Set<String> behind = new HashSet<>();
            wanted.stream()
                    .filter(w -> site.containsKey(w.key())
                            && site.get(w.key()).parent().equals(w.parent()))
                    .collect(Collectors.groupingBy(SiteColumn::parent))
                    .values()
                    .forEach(siblings -> {
                        int highest = Integer.MIN_VALUE;
                        for (SiteColumn w : siblings) {
                            int order = site.get(w.key()).order();
                            if (order <= highest) {
                                behind.add(w.key());
                            }
                            highest = Math.max(highest, order);
                        }
                    });
            return behind;
        }

        private void add(Kind kind, String key, String expected, String has, Basis basis) {
            found.add(new Deviation(kind, key, expected, has, basis));
        }

        private static String words(Optional<Period> clock) {
            return clock.map(Period::toString).orElse("");
        }
    }

    /** The columns by their keys, in order; refuses a parent that is not there. */
    static Map<String, SiteColumn> byKey(List<SiteColumn> columns) {
        Map<String, SiteColumn> byKey = index(columns);
        for (SiteColumn c : columns) {
            if (c.parent().isPresent() && !byKey.containsKey(c.parent().get())) {
                throw new IllegalArgumentException("There is no " + c.parent().get() + " above column " + c.key());
            }
        }
        return byKey;
    }

    /** The columns by their keys, in order; refuses a key that is there twice. */
    static Map<String, SiteColumn> index(List<SiteColumn> columns) {
        Map<String, SiteColumn> byKey = new LinkedHashMap<>();
        columns.stream().sorted(SiteColumn.IN_ORDER).forEach(c -> {
            if (byKey.put(c.key(), c) != null) {
                throw new IllegalArgumentException("Column " + c.key() + " is there twice");
            }
        });
        return byKey;
    }
}
