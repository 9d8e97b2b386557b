package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A work that was begun on a night; the node that writes the row first begins it. */
@Entity(name = "SiteNight")
@Table(name = "SG_NIGHT")
@IdClass(NightRow.Key.class)
class NightRow {

    @Id
    @Column(name = "WORK_KIND")
    private String kind;

    @Id
    @Column(name = "ON_DAY")
    private LocalDate day;

    protected NightRow() {}

    NightRow(String kind, LocalDate day) {
        this.kind = kind;
        this.day = day;
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String kind;
        private LocalDate day;

        /** For JPA. */
        public Key() {}

        Key(String kind, LocalDate day) {
            this.kind = kind;
            this.day = day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(kind, that.kind) && Objects.equals(day, that.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, day);
        }
    }
}
