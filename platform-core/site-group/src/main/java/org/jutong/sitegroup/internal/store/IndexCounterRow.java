package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** The last index number given by an organisation in a year. It never goes back, so no number is given twice. */
@Entity(name = "IndexCounter")
@Table(name = "SG_INDEX_COUNTER")
@IdClass(IndexCounterRow.Key.class)
class IndexCounterRow {

    @Id
    private String organisation;

    @Id
    @Column(name = "OF_YEAR")
    private int year;

    @Column(name = "LAST_SERIAL")
    private int last;

    protected IndexCounterRow() {}

    IndexCounterRow(Numbering numbering) {
        this.organisation = numbering.organisation();
        this.year = numbering.year();
    }

    int last() {
        return last;
    }

    void last(int serial) {
        this.last = serial;
    }

    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private String organisation;
        private int year;

        protected Key() {}

        Key(Numbering numbering) {
            this.organisation = numbering.organisation();
            this.year = numbering.year();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && organisation.equals(key.organisation) && year == key.year;
        }

        @Override
        public int hashCode() {
            return Objects.hash(organisation, year);
        }
    }
}
