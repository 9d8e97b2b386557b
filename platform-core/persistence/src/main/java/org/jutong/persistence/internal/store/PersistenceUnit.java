package org.jutong.persistence.internal.store;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Looks into a unit behind its factory. */
final class PersistenceUnit {

    private PersistenceUnit() {}

    /** Deploys the unit now, so that its first caller does not wait for it. */
    static ServerSession prepare(EntityManagerFactory factory) {
        EntityManager em = factory.createEntityManager();
        try {
            return em.unwrap(ServerSession.class);
        } finally {
            em.close();
        }
    }
}
