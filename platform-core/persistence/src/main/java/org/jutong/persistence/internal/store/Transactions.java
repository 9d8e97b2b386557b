package org.jutong.persistence.internal.store;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.jutong.plugin.data.SiteStore;

/**
 * The calls into one persistence unit: who joins whom, what is committed when. A write inside a read gets an
 * EntityManager of its own, so that nothing the read touched is stored with it.
 */
final class Transactions {

    /** For units that are not divided by site. */
    static final String NO_SITE = "";

    private final EntityManagerFactory factory;
    private final UnaryOperator<EntityManager> guard;
    private final ThreadLocal<Frame> current = new ThreadLocal<>();

    Transactions(EntityManagerFactory factory, UnaryOperator<EntityManager> guard) {
        this.factory = factory;
        this.guard = guard;
    }

    <R> R read(String site, Function<EntityManager, R> work) {
        Frame outer = sameSite(site);
        if (outer != null) {
            return work.apply(outer.given);
        }
        return within(open(site, null), frame -> work.apply(frame.given));
    }

    <R> R write(String site, Function<EntityManager, R> work, Runnable afterCommit) {
        Frame outer = sameSite(site);
        if (outer != null && outer.writing) {
            return join(outer, work);
        }
        Frame frame = open(site, outer);
        frame.writing = true;
        R result = within(frame, open -> commit(open, work));
        afterCommit.run();
        return result;
    }

    private static <R> R join(Frame outer, Function<EntityManager, R> work) {
        try {
            return work.apply(outer.given);
        } catch (RuntimeException e) {
            // Whoever catches this outside must not be able to commit half of it.
            outer.spoiled = StoreFailures.translated(e);
            throw outer.spoiled;
        }
    }

    private static <R> R commit(Frame frame, Function<EntityManager, R> work) {
        var transaction = frame.plain.getTransaction();
        transaction.begin();
        try {
            R result = work.apply(frame.given);
            if (frame.spoiled != null) {
                throw new IllegalStateException("A write inside this one failed; nothing is stored", frame.spoiled);
            }
            transaction.commit();
            return result;
        } catch (RuntimeException e) {
            throw StoreFailures.translated(e);
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }

    private <R> R within(Frame frame, Function<Frame, R> call) {
        current.set(frame);
        try {
            return call.apply(frame);
        } finally {
            if (frame.outer == null) {
                current.remove();
            } else {
                current.set(frame.outer);
            }
            frame.plain.close();
        }
    }

    private Frame open(String site, Frame outer) {
        EntityManager plain = site.equals(NO_SITE)
                ? factory.createEntityManager()
                : factory.createEntityManager(Map.of(SiteStore.TENANT, site));
        return new Frame(site, plain, guard.apply(plain), outer);
    }

    private Frame sameSite(String site) {
        Frame frame = current.get();
        if (frame != null && !frame.site.equals(site)) {
            throw new IllegalStateException(
                    "A call for site " + site + " inside a call for site " + frame.site + " is refused");
        }
        return frame;
    }

    private static final class Frame {

        final String site;
        final EntityManager plain;
        final EntityManager given;
        final Frame outer;
        boolean writing;
        RuntimeException spoiled;

        Frame(String site, EntityManager plain, EntityManager given, Frame outer) {
            this.site = Objects.requireNonNull(site);
            this.plain = plain;
            this.given = given;
            this.outer = outer;
        }
    }
}
