package org.jutong.channels.internal.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.jutong.channels.internal.SetUp;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;

/** The stored channels. */
public final class ChannelRows {

    private final Store store;

    /** Over the channels' tables. */
    public ChannelRows(Store store) {
        this.store = store;
    }

    /** The channel, or empty. */
    public Optional<SetUp> find(long id) {
        return store.read(
                em -> Optional.ofNullable(em.find(ChannelRow.class, id)).map(ChannelRow::setUp));
    }

    /** Those of a site, in the order in which they were made. */
    public List<SetUp> of(SiteCode site) {
        return store.read(
                em -> em.createQuery("SELECT c FROM Channel c WHERE c.site = :site ORDER BY c.id", ChannelRow.class)
                        .setParameter("site", site.value())
                        .getResultStream()
                        .map(ChannelRow::setUp)
                        .toList());
    }

    /** @throws org.jutong.persistence.DuplicateKey where the site has one of that name */
    public SetUp add(SetUp wanted) {
        return store.write(em -> {
            ChannelRow row = new ChannelRow(wanted.site(), wanted.kind());
            row.set(wanted);
            em.persist(row);
            em.flush();
            return row.setUp();
        });
    }

    /** Puts it in the place of the one with its number. */
    public SetUp change(SetUp wanted) {
        return store.write(em -> {
            ChannelRow row = em.find(ChannelRow.class, wanted.id(), LockModeType.PESSIMISTIC_WRITE);
            row.set(wanted);
            em.flush();
            return row.setUp();
        });
    }

    /** With its deliveries. */
    public void remove(long id) {
        store.change(em -> {
            ChannelRow row = em.find(ChannelRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                em.createQuery("DELETE FROM Delivery d WHERE d.channel = :id")
                        .setParameter("id", id)
                        .executeUpdate();
                em.remove(row);
            }
        });
    }

    /** Enabled channels that nobody delivers to and that have something to send. */
    public List<Long> due(long now) {
        return store.read(em -> em.createQuery(
                        "SELECT c FROM Channel c WHERE c.heldUntil <= :now AND EXISTS (SELECT d.id FROM Delivery d WHERE"
                                + " d.channel = c.id AND d.state = :waiting AND d.due <= :now) ORDER BY c.id",
                        ChannelRow.class)
                .setParameter("now", now)
                .setParameter("waiting", DeliveryRows.WAITING)
                .getResultStream()
                .map(ChannelRow::setUp)
                .filter(SetUp::enabled)
                .map(SetUp::id)
                .toList());
    }

    /** Whether this node is the one that delivers to it until then; nobody else does. */
    public boolean hold(long id, long now, long until) {
        return store.write(em -> {
            ChannelRow row = em.find(ChannelRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            return row != null && row.hold(now, until);
        });
    }

    /** Nobody delivers to it before then. */
    public void holdUntil(long id, long until) {
        store.change(em -> {
            ChannelRow row = em.find(ChannelRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                row.holdUntil(until);
            }
        });
    }
}
