package org.jutong.catalog.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.jutong.catalog.Order;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The orders, and the enrolments that their approvals make. */
@Component(service = OrderTable.class)
public final class OrderTable {

    private final Store store;

    @Activate
    public OrderTable(@Reference(target = "(osgi.unit.name=catalog)") Store store) {
        this.store = store;
    }

    /**
     * One at a time on this node, because Derby refuses two that draw from a sequence at the same moment.
     *
     * @throws org.jutong.persistence.DuplicateKey where the site has an open one or the request key is taken
     */
    public synchronized Order add(NewOrder order) {
        return store.write(em -> {
            OrderRow row = new OrderRow(order);
            em.persist(row);
            em.flush();
            return row.order();
        });
    }

    public Optional<Order> find(long id) {
        return store.read(em -> Optional.ofNullable(em.find(OrderRow.class, id)).map(OrderRow::order));
    }

    public Optional<Order> findByRequest(String requestKey) {
        return findBy("requestKey", requestKey);
    }

    public Optional<Order> findOpen(SiteCode site, String plugin) {
        return findBy("openKey", openKey(site, plugin));
    }

    /** Newest first, older than {@code before}. */
    public List<Order> page(Optional<SiteCode> site, Optional<Order.State> state, long before, int limit) {
        String query = "select o from OrderRow o where o.id < :before"
                + (site.isPresent() ? " and o.site = :site" : "")
                + (state.isPresent() ? " and o.state = :state" : "")
                + " order by o.id desc";
        return store.read(em -> {
            TypedQuery<OrderRow> orders = em.createQuery(query, OrderRow.class).setParameter("before", before);
            site.ifPresent(code -> orders.setParameter("site", code.value()));
            state.ifPresent(value -> orders.setParameter("state", value.name()));
            return orders.setMaxResults(limit)
                    .getResultStream()
                    .map(OrderRow::order)
                    .toList();
        });
    }

    /** Approves the order and enrols its site in one transaction; {@code check} sees the locked order. */
    public Order approve(long id, String by, Instant at, Consumer<Order> check) {
        return store.write(em -> {
            Order approved = decide(em, id, Order.State.APPROVED, by, at, check);
            em.persist(new EnrolmentRow(approved, at));
            return approved;
        });
    }

    /** Rejects the order; {@code check} sees the locked order. */
    public Order reject(long id, String by, Instant at, Consumer<Order> check) {
        return store.write(em -> decide(em, id, Order.State.REJECTED, by, at, check));
    }

    private static Order decide(
            EntityManager em, long id, Order.State decision, String by, Instant at, Consumer<Order> check) {
        OrderRow row = em.find(OrderRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        check.accept(row.order());
        row.decide(decision, by, at);
        return row.order();
    }

    private Optional<Order> findBy(String attribute, String value) {
        return store.read(
                em -> em.createQuery("select o from OrderRow o where o." + attribute + " = :value", OrderRow.class)
                        .setParameter("value", value)
                        .getResultStream()
                        .findFirst()
                        .map(OrderRow::order));
    }

    static String openKey(SiteCode site, String plugin) {
        return site + "/" + plugin;
    }
}
