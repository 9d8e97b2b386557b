package org.jutong.channels.internal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.jutong.channels.Channel.Standing;
import org.jutong.channels.Delivery;
import org.jutong.channels.Delivery.Fault;
import org.jutong.channels.Delivery.State;
import org.jutong.channels.internal.SetUp;
import org.jutong.persistence.Store;
import org.jutong.plugin.PushChannel.Receipt;
import org.jutong.plugin.SiteCode;

/** The stored deliveries. Each change locks its row. */
public final class DeliveryRows {

    static final String WAITING = State.WAITING.name();

    private final Store store;

    /** Over the channels' tables. */
    public DeliveryRows(Store store) {
        this.store = store;
    }

    /** Pushes the article to the channel; @throws org.jutong.persistence.DuplicateKey where another does so now. */
    public Delivery push(long article, SetUp channel, long now) {
        return store.write(em -> {
            Optional<DeliveryRow> known = em.createQuery(
                            "SELECT d FROM Delivery d WHERE d.article = :article AND d.channel = :channel",
                            DeliveryRow.class)
                    .setParameter("article", article)
                    .setParameter("channel", channel.id())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .findFirst();
            DeliveryRow row = known.orElseGet(() -> new DeliveryRow(article, channel.id(), channel.site(), now));
            if (known.isPresent()) {
                row.push(now);
            } else {
                em.persist(row);
            }
            em.flush();
            return row.delivery();
        });
    }

    /** The delivery, or empty. */
    public Optional<Delivery> find(long id) {
        return store.read(
                em -> Optional.ofNullable(em.find(DeliveryRow.class, id)).map(DeliveryRow::delivery));
    }

    /** Of these articles, in the order of their numbers. */
    public List<Delivery> of(Collection<Long> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        return store.read(em -> found(
                em.createQuery("SELECT d FROM Delivery d WHERE d.article IN :articles ORDER BY d.id", DeliveryRow.class)
                        .setParameter("articles", articles)));
    }

    /** With a number above this one, in that order. */
    public List<Delivery> after(long id, int limit) {
        return store.read(
                em -> found(em.createQuery("SELECT d FROM Delivery d WHERE d.id > :id ORDER BY d.id", DeliveryRow.class)
                        .setParameter("id", id)
                        .setMaxResults(limit)));
    }

    /** Those in a state, of one site's channels or of all. */
    public List<Delivery> in(State state, Optional<SiteCode> site, long after, int limit) {
        return store.read(em -> {
            TypedQuery<DeliveryRow> query = em.createQuery(
                            "SELECT d FROM Delivery d WHERE d.state = :state AND d.id > :after"
                                    + (site.isPresent() ? " AND d.site = :site" : "") + " ORDER BY d.id",
                            DeliveryRow.class)
                    .setParameter("state", state.name())
                    .setParameter("after", after)
                    .setMaxResults(limit);
            site.ifPresent(code -> query.setParameter("site", code.value()));
            return found(query);
        });
    }

    private static List<Delivery> found(TypedQuery<DeliveryRow> query) {
        return query.getResultStream().map(DeliveryRow::delivery).toList();
    }

    /** How the deliveries of a site's channels stand, by channel. */
    public Map<Long, Standing> standing(SiteCode site) {
        return store.read(em -> {
            Map<Long, Standing> all = new HashMap<>();
            em.createQuery(
                            "SELECT d.channel, d.state, COUNT(d) FROM Delivery d WHERE d.site = :site AND d.state IN"
                                    + " :open GROUP BY d.channel, d.state",
                            Object[].class)
                    .setParameter("site", site.value())
                    .setParameter("open", List.of(WAITING, State.DEAD.name()))
                    .getResultStream()
                    .forEach(row -> all.merge(
                            (Long) row[0],
                            standing(em, row),
                            (one, two) -> new Standing(
                                    one.waiting() + two.waiting(),
                                    one.dead() + two.dead(),
                                    one.fault().or(two::fault))));
            return all;
        });
    }

    private static Standing standing(EntityManager em, Object[] row) {
        long count = (Long) row[2];
        boolean waits = row[1].equals(WAITING);
        return new Standing(waits ? count : 0, waits ? 0 : count, lastFault(em, (Long) row[0]));
    }

    private static Optional<Fault> lastFault(EntityManager em, long channel) {
        return em.createQuery(
                        "SELECT d FROM Delivery d WHERE d.channel = :channel AND d.faultCode IS NOT NULL"
                                + " ORDER BY d.changed DESC",
                        DeliveryRow.class)
                .setParameter("channel", channel)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(DeliveryRow::fault);
    }

    /** The one of the channel that has been due for longest. */
    public Optional<Delivery> due(long channel, long now) {
        return store.read(em -> em.createQuery(
                        "SELECT d FROM Delivery d WHERE d.channel = :channel AND d.state = :waiting AND d.due <= :now"
                                + " ORDER BY d.due, d.id",
                        DeliveryRow.class)
                .setParameter("channel", channel)
                .setParameter("waiting", WAITING)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(DeliveryRow::delivery));
    }

    /** Sees to it that its next step is the right one; see {@link DeliveryRow#look}. */
    public void look(long id, Optional<String> wanted, long now) {
        locked(id, row -> row.look(wanted, now));
    }

    /** Begins an attempt of the right step, unless there is none to be made now. */
    public Optional<Attempt> begin(long id, Optional<String> wanted, long now, long later) {
        return store.write(em -> {
            Optional<DeliveryRow> row =
                    Optional.ofNullable(em.find(DeliveryRow.class, id, LockModeType.PESSIMISTIC_WRITE));
            row.ifPresent(each -> each.look(wanted, now));
            return row.filter(each -> each.isDue(now)).map(each -> each.begin(later));
        });
    }

    /** The attempt's step is done. */
    public void done(Attempt attempt, Optional<Receipt> receipt, Optional<String> sent, long now) {
        locked(attempt.delivery(), row -> row.done(attempt.step(), receipt, sent, now));
    }

    /** The attempt failed; see {@link DeliveryRow#failed}. */
    public void failed(Attempt attempt, Fault why, boolean certainly, Optional<Long> again, long now) {
        locked(attempt.delivery(), row -> row.failed(attempt.step(), StoredFault.of(why), certainly, again, now));
    }

    /** Tries one anew that is dead; empty where it is not. */
    public Optional<Delivery> retry(long id, long now) {
        return dead(id, row -> row.retry(now));
    }

    /** Leaves one that is dead; empty where it is not. */
    public Optional<Delivery> discard(long id, Optional<String> wanted, long now) {
        return dead(id, row -> row.discard(wanted, now));
    }

    private Optional<Delivery> dead(long id, Consumer<DeliveryRow> change) {
        return store.write(em -> {
            DeliveryRow row = em.find(DeliveryRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || row.state() != State.DEAD) {
                return Optional.empty();
            }
            change.accept(row);
            return Optional.of(row.delivery());
        });
    }

    private void locked(long id, Consumer<DeliveryRow> change) {
        store.change(em -> Optional.ofNullable(em.find(DeliveryRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(change));
    }

    /** Where in the journal of articles the deliveries are; empty before the first start. */
    public Optional<Long> cursor() {
        return store.read(em ->
                Optional.ofNullable(em.find(CursorRow.class, CursorRow.ONE)).map(CursorRow::number));
    }

    /** All before this line has been looked at. */
    public void keep(long number) {
        store.change(em -> {
            CursorRow row = em.find(CursorRow.class, CursorRow.ONE, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                em.persist(new CursorRow(number));
            } else {
                row.advance(number);
            }
        });
    }
}
