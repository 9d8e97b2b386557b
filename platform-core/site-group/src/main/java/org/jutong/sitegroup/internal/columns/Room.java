package org.jutong.sitegroup.internal.columns;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.LocalRule;
import org.jutong.columns.StandardColumn;
import org.jutong.columns.UpdateClock;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.StandardColumns;

/**
 * What the standard leaves to a site: where it may have columns of its own, and which ones it has. Immutable.
 *
 * @param standard the version that the site has
 * @param level the level under which the standard keeps the site
 * @param columns what the site has, in order
 */
public record Room(ColumnStandard standard, String level, List<Column> columns) {

    static Room of(Site site, ColumnStandard standard, List<Column> columns) {
        return new Room(standard, StandardColumns.level(site), columns);
    }

    /**
     * A place where own columns may stand.
     *
     * @param taken how many stand there
     */
    public record Place(LocalRule rule, long taken) {}

    /** All places. */
    public List<Place> places() {
        return standard.local(level).stream()
                .map(rule -> new Place(rule, taken(rule.below(), "")))
                .toList();
    }

    /** Whether the column is the site's own. */
    public boolean isOwn(Column column) {
        return standard.column(level, column.key()).isEmpty();
    }

    /** The clocks that the standard knows for such a site. */
    public List<UpdateClock> clocks() {
        return standard.columns(level).stream()
                .map(StandardColumn::clock)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    Column require(String key) {
        return find(key).orElseThrow(() -> Problem.notFound("column_not_found", key, siteName()));
    }

    /** @throws Problem {@code column_of_standard} (409) for a column that the standard gives */
    Column requireOwn(String key) {
        Column column = require(key);
        if (!isOwn(column)) {
            throw Problem.conflict("column_of_standard", column.name(), standard.version());
        }
        return column;
    }

    List<Column> below(String key) {
        return siblings(Optional.of(key));
    }

    List<Column> siblings(Optional<String> parent) {
        return columns.stream().filter(c -> c.parent().equals(parent)).toList();
    }

    /**
     * Passes a place that the column may have.
     *
     * @throws Problem {@code column_above_not_found}, {@code column_cycle}, {@code column_too_deep}, {@code
     *     column_place_not_allowed}, {@code column_type_not_allowed} (400), {@code column_place_full} (409)
     */
    void check(Column wanted) {
        wanted.parent().ifPresent(above -> checkAbove(wanted, above));
        LocalRule rule = standard.local(level).stream()
                .filter(each -> each.below().equals(wanted.parent()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "column_place_not_allowed", "parent", placeName(wanted), basisOfLevel(), standard.version()));
        if (!rule.types().contains(wanted.type())) {
            throw Problem.invalid(
                    "column_type_not_allowed",
                    "type",
                    wanted.type(),
                    String.join("、", rule.types()),
                    rule.basis().source());
        }
        if (taken(wanted.parent(), wanted.key()) >= rule.atMost()) {
            throw Problem.conflict(
                    "column_place_full",
                    placeName(wanted),
                    rule.atMost(),
                    rule.basis().source());
        }
    }

    private void checkAbove(Column wanted, String above) {
        Optional<Column> next = Optional.of(
                find(above).orElseThrow(() -> Problem.invalid("column_above_not_found", "parent", above, siteName())));
        int higher = 0;
        for (;
                next.isPresent() && higher <= columns.size();
                next = next.flatMap(Column::parent).flatMap(this::find)) {
            if (next.get().key().equals(wanted.key())) {
                throw Problem.invalid("column_cycle", "parent", wanted.name());
            }
            higher++;
        }
        if (higher > 1 || !below(wanted.key()).isEmpty()) {
            throw Problem.invalid("column_too_deep", "parent", wanted.name());
        }
    }

    /** The clock in this shape, such as {@code P14D}; empty where none is asked for. */
    Optional<Period> clock(String given) {
        return Optional.ofNullable(given)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> clocks().stream()
                        .map(UpdateClock::period)
                        .filter(period -> period.toString().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                "clock_unknown",
                                "clock",
                                clocks().stream()
                                        .map(each -> each.period().toString())
                                        .collect(Collectors.joining(", ")))));
    }

    private long taken(Optional<String> parent, String except) {
        return siblings(parent).stream()
                .filter(c -> isOwn(c) && !c.key().equals(except))
                .count();
    }

    private Optional<Column> find(String key) {
        return columns.stream().filter(c -> c.key().equals(key)).findFirst();
    }

    private String placeName(Column wanted) {
        return wanted.parent().flatMap(this::find).map(Column::name).orElse("/");
    }

    private String basisOfLevel() {
        return standard.basis(level).source();
    }

    private String siteName() {
        return columns.stream().findFirst().map(c -> c.site().value()).orElse("");
    }
}
