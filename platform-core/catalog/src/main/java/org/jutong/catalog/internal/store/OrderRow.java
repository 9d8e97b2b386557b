package org.jutong.catalog.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import javax.persistence.Version;
import org.jutong.catalog.Order;
import org.jutong.plugin.SiteCode;

@Entity
@Table(name = "CA_ORDER")
class OrderRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "CA_ORDER_SEQ")
    @SequenceGenerator(name = "CA_ORDER_SEQ", sequenceName = "CA_ORDER_SEQ", allocationSize = 1)
    @Column(name = "ID")
    private long id;

    @Column(name = "SITE")
    private String site;

    @Column(name = "PLUGIN")
    private String plugin;

    @Column(name = "PLAN_ID")
    private String plan;

    @Column(name = "PRICE")
    private long price;

    @Column(name = "STATE")
    private String state;

    @Column(name = "ORDERED_BY")
    private String orderedBy;

    @Column(name = "ORDERED_AT")
    @Temporal(TemporalType.TIMESTAMP)
    private Date orderedAt;

    @Column(name = "DECIDED_BY")
    private String decidedBy;

    @Column(name = "DECIDED_AT")
    @Temporal(TemporalType.TIMESTAMP)
    private Date decidedAt;

    @Column(name = "OPEN_KEY")
    private String openKey;

    @Column(name = "REQUEST_KEY")
    private String requestKey;

    @Version
    @Column(name = "VERSION")
    private long version;

    protected OrderRow() {}

    OrderRow(NewOrder order) {
        site = order.site().value();
        plugin = order.plugin();
        plan = order.plan();
        price = order.price();
        state = Order.State.ORDERED.name();
        orderedBy = order.by();
        orderedAt = Date.from(order.at());
        openKey = OrderTable.openKey(order.site(), order.plugin());
        requestKey = order.requestKey().orElse(null);
    }

    void decide(Order.State decision, String by, Instant at) {
        state = decision.name();
        decidedBy = by;
        decidedAt = Date.from(at);
        openKey = null;
    }

    Order order() {
        return new Order(
                id,
                new SiteCode(site),
                plugin,
                plan,
                price,
                Order.State.valueOf(state),
                orderedBy,
                orderedAt.toInstant(),
                Optional.ofNullable(decidedBy),
                Optional.ofNullable(decidedAt).map(Date::toInstant));
    }
}
