package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Target;

/** A site that did not get the article by a push at once, and where it stands now. */
@Entity(name = "PushException")
@Table(name = "SG_PUSH_EXCEPTION")
@IdClass(PushExceptionRow.Key.class)
class PushExceptionRow {

    @Id
    private long push;

    @Id
    private String site;

    @Column(name = "COL_KEY")
    private String column;

    private String outcome;

    private String reason;

    private String said;

    protected PushExceptionRow() {}

    PushExceptionRow(long push, Target target) {
        this.push = push;
        this.site = target.site().value();
        this.column = target.column();
        this.outcome = target.outcome().name();
        this.reason = target.reason().orElse(null);
    }

    void accepted() {
        this.outcome = Outcome.PLACED.name();
    }

    void declined(String words) {
        this.outcome = Outcome.LEFT_OUT.name();
        this.reason = "declined";
        this.said = words;
    }

    Target target() {
        return new Target(
                new SiteCode(site),
                column,
                Outcome.valueOf(outcome),
                Optional.ofNullable(reason),
                Optional.ofNullable(said));
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long push;
        private String site;

        /** For JPA. */
        public Key() {}

        Key(long push, String site) {
            this.push = push;
            this.site = site;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && push == that.push && Objects.equals(site, that.site);
        }

        @Override
        public int hashCode() {
            return Objects.hash(push, site);
        }
    }
}
