package org.jutong.sitegroup.internal.inspection;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.StandardColumn;
import org.jutong.columns.Standards;
import org.jutong.columns.UpdateClock;
import org.jutong.columns.inspection.SiteEvidence;
import org.jutong.columns.inspection.SiteEvidence.Letters;
import org.jutong.columns.inspection.Veto;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.InspectionEvidence;
import org.jutong.sitegroup.InspectionEvidence.Known;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.SiteSnapshot;
import org.jutong.sitegroup.internal.StandardColumns;
import org.jutong.sitegroup.internal.store.InspectionRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what is known of sites: columns from the site group's tables, the rest from whoever offers it. */
final class EvidenceGatherer {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceGatherer.class);

    private final InspectionRows rows;
    private final Standards standards;
    private final List<InspectionEvidence> others;

    EvidenceGatherer(InspectionRows rows, Standards standards, List<InspectionEvidence> others) {
        this.rows = rows;
        this.standards = standards;
        this.others = others;
    }

    /** @param sites in the order of their codes, at least one */
    List<SiteEvidence> of(List<Site> sites, SiteSnapshot snapshot) {
        SiteCode first = sites.get(0).code();
        SiteCode last = sites.get(sites.size() - 1).code();
        Map<SiteCode, Map<String, Instant>> published = rows.lastPublished(first, last);
        Map<SiteCode, String> versions = rows.standards(first, last);
        Map<SiteCode, Known> known = fromOthers(sites);
        return sites.stream()
                .map(site -> evidence(
                        site,
                        snapshot.columns(site.code()),
                        standards
                                .find(versions.getOrDefault(site.code(), ColumnStandard.CURRENT))
                                .orElseGet(standards::latest),
                        published.getOrDefault(site.code(), Map.of()),
                        known.getOrDefault(site.code(), Known.NOTHING)))
                .toList();
    }

    private Map<SiteCode, Known> fromOthers(List<Site> sites) {
        Set<SiteCode> codes = new HashSet<>();
        sites.forEach(site -> codes.add(site.code()));
        Map<SiteCode, Known> known = new HashMap<>();
        for (InspectionEvidence other : others) {
            try {
                other.of(codes).forEach((site, more) -> known.merge(site, more, EvidenceGatherer::together));
            } catch (RuntimeException e) {
                // what it knows stays unknown, and the inspection says so
                LOG.warn("{} could not say what it knows of sites", other.getClass(), e);
            }
        }
        return known;
    }

    private static SiteEvidence evidence(
            Site site, List<Column> columns, ColumnStandard standard, Map<String, Instant> published, Known known) {
        Map<String, Instant> newest = new HashMap<>(published);
        known.columns().forEach((key, at) -> newest.merge(key, at, EvidenceGatherer::later));
        Optional<Instant> home = newest.values().stream().reduce(EvidenceGatherer::later);
        for (Column column : columns) {
            column.parent()
                    .filter(above -> newest.containsKey(column.key()))
                    .ifPresent(above -> newest.merge(above, newest.get(column.key()), EvidenceGatherer::later));
        }
        Set<String> served = new HashSet<>(known.served());
        columns.stream()
                .filter(column -> known.served().contains(column.key()))
                .forEach(column -> column.parent().ifPresent(served::add));
        String level = StandardColumns.level(site);
        return new SiteEvidence(
                site.code().value(),
                Optional.of(new SiteEvidence.Home(false, home)),
                Optional.of(columns.stream()
                        .map(c -> column(c, standard, level, Optional.ofNullable(newest.get(c.key())), served))
                        .toList()),
                known.letters(),
                known.guides(),
                known.visits(),
                known.incidents(),
                known.counts(),
                known.partly());
    }

    /** What is published has a time: only what others fill can be undated. */
    private static SiteEvidence.Column column(
            Column c, ColumnStandard standard, String level, Optional<Instant> newest, Set<String> served) {
        boolean other = newest.isEmpty() && served.contains(c.key());
        return new SiteEvidence.Column(
                c.key(),
                c.name(),
                c.parent().isEmpty(),
                c.clock().map(period -> clockId(c, period, standard, level)),
                newest,
                newest.isEmpty() && !other,
                other);
    }

    /** The clock by which a column is judged: its own in the standard, or that of columns of its type, or of its period. */
    private static String clockId(Column c, Period period, ColumnStandard standard, String level) {
        Optional<String> own = standard.column(level, c.key())
                .flatMap(StandardColumn::clock)
                .filter(clock -> clock.period().equals(period))
                .map(UpdateClock::id);
        return own.or(() -> clock(
                        standard.columns(level).stream().filter(s -> s.type().equals(c.type())), period))
                .or(() -> clock(standard.columns(level).stream(), period))
                .orElseGet(period::toString);
    }

    private static Optional<String> clock(Stream<StandardColumn> columns, Period period) {
        return columns.flatMap(s -> s.clock().stream())
                .filter(clock -> clock.period().equals(period))
                .map(UpdateClock::id)
                .findFirst();
    }

    private static Known together(Known one, Known two) {
        Map<String, Integer> counts = new HashMap<>(one.counts());
        two.counts().forEach((item, count) -> counts.merge(item, count, Integer::sum));
        Map<String, Instant> columns = new HashMap<>(one.columns());
        two.columns().forEach((key, at) -> columns.merge(key, at, EvidenceGatherer::later));
        Set<String> served = new HashSet<>(one.served());
        served.addAll(two.served());
        return new Known(
                both(
                        one.letters(),
                        two.letters(),
                        (a, b) -> new Letters(a.channel() && b.channel(), joined(a.unanswered(), b.unanswered()))),
                both(one.guides(), two.guides(), EvidenceGatherer::joined),
                both(one.visits(), two.visits(), EvidenceGatherer::joined),
                both(one.incidents(), two.incidents(), EvidenceGatherer::joined),
                counts,
                columns,
                served,
                partly(one, two));
    }

    /** What one of them knows as a whole is not known in part. */
    private static Set<String> partly(Known one, Known two) {
        Set<String> partly = new HashSet<>(one.partly());
        partly.addAll(two.partly());
        partly.removeIf(id -> isWhole(one, id) || isWhole(two, id));
        return partly;
    }

    private static boolean isWhole(Known known, String id) {
        boolean isKnown = known.counts().containsKey(id)
                || id.equals(Veto.Kind.SAFETY.id()) && known.incidents().isPresent()
                || id.equals(Veto.Kind.INTERACTION.id()) && known.letters().isPresent()
                || id.equals(Veto.Kind.SERVICES.id()) && known.guides().isPresent();
        return isKnown && !known.partly().contains(id);
    }

    private static <T> Optional<T> both(Optional<T> one, Optional<T> two, BinaryOperator<T> join) {
        return one.isPresent() && two.isPresent() ? Optional.of(join.apply(one.get(), two.get())) : one.or(() -> two);
    }

    private static <T> List<T> joined(List<T> one, List<T> two) {
        List<T> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }
}
