package org.jutong.catalog.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Order;
import org.jutong.plugin.SiteCode;

@Entity
@Table(name = "CA_ENROLMENT")
@IdClass(EnrolmentRow.Key.class)
class EnrolmentRow {

    @Id
    @Column(name = "SITE")
    private String site;

    @Id
    @Column(name = "PLUGIN")
    private String plugin;

    @Column(name = "PLAN_ID")
    private String plan;

    @Column(name = "STATE")
    private String state;

    @Column(name = "ORDER_ID")
    private long order;

    @Column(name = "SINCE")
    @Temporal(TemporalType.TIMESTAMP)
    private Date since;

    @Version
    @Column(name = "VERSION")
    private long version;

    protected EnrolmentRow() {}

    EnrolmentRow(Order from, Instant at) {
        site = from.site().value();
        plugin = from.plugin();
        plan = from.plan();
        order = from.id();
        become(Enrolment.State.ENABLED, at);
    }

    final void become(Enrolment.State next, Instant at) {
        state = next.name();
        since = Date.from(at);
    }

    Enrolment enrolment() {
        return new Enrolment(
                new SiteCode(site), plugin, plan, Enrolment.State.valueOf(state), order, since.toInstant());
    }

    /** JPA asks for a class with a public constructor and fields of the same names. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String site;
        private String plugin;

        public Key() {}

        Key(SiteCode site, String plugin) {
            this.site = site.value();
            this.plugin = plugin;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(site, key.site) && Objects.equals(plugin, key.plugin);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, plugin);
        }
    }
}
