package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;

@Entity(name = "SiteColumn")
@Table(name = "SG_COLUMN")
@IdClass(ColumnRow.Key.class)
class ColumnRow {

    @Id
    private String site;

    @Id
    @javax.persistence.Column(name = "COL_KEY")
    private String key;

    @javax.persistence.Column(name = "COL_POSITION")
    private int position;

    private String name;

    private String parent;

    @javax.persistence.Column(name = "COL_TYPE")
    private String type;

    private String description;

    private String keywords;

    @javax.persistence.Column(name = "UPDATE_CLOCK")
    private String clock;

    /** Taken off the site; what was in it stays with it, out of sight. */
    private boolean retired;

    /** For a retired column: the one at which its address leads. */
    private String successor;

    /** For a retired column: whether it is its successor under an earlier key, and no other column. */
    private boolean renamed;

    protected ColumnRow() {}

    ColumnRow(Column column) {
        this.site = column.site().value();
        this.key = column.key();
        fill(column);
    }

    /** Takes over what can change of a column. */
    final void fill(Column column) {
        this.position = column.position();
        this.name = column.name();
        this.parent = column.parent().orElse(null);
        this.type = column.type();
        this.description = column.description();
        this.keywords = column.keywords();
        this.clock = column.clock().map(Period::toString).orElse(null);
    }

    /** It is on the site again. */
    void use(Column column) {
        fill(column);
        this.retired = false;
        this.successor = null;
        this.renamed = false;
    }

    /** It is on the site no more; its address leads to the successor, where there is one. */
    void retire(String next) {
        this.retired = true;
        this.successor = next;
        this.renamed = false;
    }

    /** It has another key from now on. */
    void rename(String newKey) {
        retire(newKey);
        this.renamed = true;
    }

    boolean isRetired() {
        return retired;
    }

    FormerColumn former() {
        return new FormerColumn(new SiteCode(site), key, Optional.ofNullable(successor), renamed);
    }

    Column column() {
        return new Column(
                new SiteCode(site),
                key,
                name,
                Optional.ofNullable(parent),
                type,
                description,
                keywords,
                Optional.ofNullable(clock).map(Period::parse),
                position);
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String site;
        private String key;

        /** For JPA. */
        public Key() {}

        Key(String site, String key) {
            this.site = site;
            this.key = key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(site, that.site) && Objects.equals(key, that.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, key);
        }
    }
}
