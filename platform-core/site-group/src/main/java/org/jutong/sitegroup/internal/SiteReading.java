package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.internal.store.PublishedRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What visitors read. */
@Component(service = Reading.class)
public final class SiteReading implements Reading {

    private final PublishedRows rows;
    private final Columns columns;
    private final ColumnCounts counts;

    /** Over the site group's tables. */
    @Activate
    public SiteReading(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Columns columns,
            @Reference Clock clock) {
        this.rows = new PublishedRows(store);
        this.columns = columns;
        this.counts = new ColumnCounts(rows, new StoredJournal(store), clock);
    }

    @Override
    public List<Entry> latest(SiteCode site, String column, int offset, int limit) {
        List<String> keys = withBelow(site, column);
        int total = offset == 0 ? Integer.MAX_VALUE : counts.of(site, keys);
        int behind = total - offset;
        if (behind > offset) {
            return rows.part(site, keys, true, offset, limit);
        }
        if (behind <= 0) {
            return List.of();
        }
        int wanted = Math.min(limit, behind);
        List<Entry> found = new ArrayList<>(rows.part(site, keys, false, behind - wanted, wanted));
        Collections.reverse(found);
        return found;
    }

    @Override
    public int count(SiteCode site, String column) {
        return counts.of(site, withBelow(site, column));
    }

    @Override
    public Map<String, List<Entry>> latestByColumn(SiteCode site, int limit) {
        List<String> keys = columns.of(site).stream().map(Column::key).toList();
        return keys.isEmpty() ? Map.of() : rows.latestByColumn(site, keys, limit);
    }

    @Override
    public Optional<Placed> article(SiteCode site, long id) {
        return rows.article(site, id)
                .map(f ->
                        new Placed(f.article(), columns.require(site, f.column()), f.previous(), f.next(), f.facts()));
    }

    private List<String> withBelow(SiteCode site, String column) {
        Stream<String> below = columns.of(site).stream()
                .filter(c -> c.parent().filter(column::equals).isPresent())
                .map(Column::key);
        return Stream.concat(Stream.of(column), below).toList();
    }
}
