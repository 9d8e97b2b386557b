package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/**
 * A published article in a column of a site. There is a row only while the article is published, and title and time
 * are copied, so that a list of a column is one range of one index.
 */
@Entity(name = "Placement")
@Table(name = "SG_PLACEMENT")
@IdClass(PlacementRow.Key.class)
class PlacementRow {

    @Id
    private long article;

    @Id
    private String site;

    @Column(name = "COL_KEY")
    private String column;

    @Convert(converter = BeijingTime.class)
    private Instant published;

    private String title;

    /** The site that is merging into this one and brought it. */
    @Column(name = "MOVED_FROM")
    private String movedFrom;

    protected PlacementRow() {}

    PlacementRow(long article, String site, String column, Instant published, String title) {
        this.article = article;
        this.site = site;
        this.column = column;
        this.published = published;
        this.title = title;
    }

    long article() {
        return article;
    }

    /** The same article on the site that takes over. */
    PlacementRow movedTo(String target, String key) {
        PlacementRow row = new PlacementRow(article, target, key, published, title);
        row.movedFrom = site;
        return row;
    }

    String column() {
        return column;
    }

    Instant published() {
        return published;
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long article;
        private String site;

        /** For JPA. */
        public Key() {}

        Key(long article, String site) {
            this.article = article;
            this.site = site;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && article == that.article && Objects.equals(site, that.site);
        }

        @Override
        public int hashCode() {
            return Objects.hash(article, site);
        }
    }
}
