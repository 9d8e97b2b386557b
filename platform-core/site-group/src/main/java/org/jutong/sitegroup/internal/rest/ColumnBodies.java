package org.jutong.sitegroup.internal.rest;

import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.internal.columns.Room;
import org.jutong.sitegroup.internal.rest.StandardBodies.BasisView;

/** The shapes of columns in REST. */
public final class ColumnBodies {

    private ColumnBodies() {}

    /**
     * A column.
     *
     * @param clock how often it is to be updated, such as {@code P14D}; missing where it need not be
     * @param position its place among its siblings, from 1
     */
    public record ColumnBody(
            String key,
            String name,
            String parent,
            String type,
            String description,
            String keywords,
            String clock,
            int position) {

        static ColumnBody of(Column c, int position) {
            return new ColumnBody(
                    c.key(),
                    c.name(),
                    c.parent().orElse(null),
                    c.type(),
                    c.description(),
                    c.keywords(),
                    c.clock().map(Period::toString).orElse(null),
                    position);
        }

        /** @param columns all of a site in their order */
        static List<ColumnBody> of(List<Column> columns) {
            Map<Optional<String>, Integer> last = new HashMap<>();
            return columns.stream()
                    .map(c -> of(c, last.merge(c.parent(), 1, Integer::sum)))
                    .toList();
        }
    }

    /** The columns of a site. */
    public record ColumnList(List<ColumnBody> items) {}

    /**
     * Where a site may have columns of its own.
     *
     * @param below the column above them; missing for the first level
     */
    public record PlaceBody(String below, int atMost, long taken, List<String> types, BasisView basis) {
        static PlaceBody of(Room.Place place) {
            return new PlaceBody(
                    place.rule().below().orElse(null),
                    place.rule().atMost(),
                    place.taken(),
                    place.rule().types(),
                    BasisView.of(place.rule().basis()));
        }
    }

    /**
     * What the standard leaves to a site.
     *
     * @param version the site's version of the standard
     * @param items the site's own columns
     * @param clocks those that a column may have
     */
    public record OwnColumnsBody(String version, List<ColumnBody> items, List<PlaceBody> places, List<String> clocks) {
        static OwnColumnsBody of(Room room) {
            List<ColumnBody> all = ColumnBody.of(room.columns());
            List<String> own =
                    room.columns().stream().filter(room::isOwn).map(Column::key).toList();
            return new OwnColumnsBody(
                    room.standard().version(),
                    all.stream().filter(each -> own.contains(each.key())).toList(),
                    room.places().stream().map(PlaceBody::of).toList(),
                    room.clocks().stream()
                            .map(clock -> clock.period().toString())
                            .distinct()
                            .toList());
        }
    }
}
