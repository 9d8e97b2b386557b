package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** An article that went into another column by a migration; without it the way back could not find it. */
@Entity(name = "SiteMerged")
@Table(name = "SG_MERGED")
@IdClass(MergedRow.Key.class)
class MergedRow {

    @Id
    private long migration;

    @Id
    @Column(name = "COL_KEY")
    private String column;

    @Id
    private long article;

    /** Whether it was shown in the column. */
    private boolean shown;

    /** Whether it was written for the column. */
    private boolean written;

    protected MergedRow() {}

    MergedRow(long migration, String column, long article, boolean shown, boolean written) {
        this.migration = migration;
        this.column = column;
        this.article = article;
        this.shown = shown;
        this.written = written;
    }

    long article() {
        return article;
    }

    boolean isShown() {
        return shown;
    }

    boolean isWritten() {
        return written;
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long migration;
        private String column;
        private long article;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && migration == that.migration
                    && article == that.article
                    && Objects.equals(column, that.column);
        }

        @Override
        public int hashCode() {
            return Objects.hash(migration, column, article);
        }
    }
}
