package org.jutong.persistence.internal.store;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.jutong.persistence.Store;

/** A core bundle's store over its EntityManagerFactory. */
public final class JpaStore implements Store {

    private final Transactions transactions;

    public JpaStore(EntityManagerFactory factory) {
        PersistenceUnit.prepare(factory);
        this.transactions = new Transactions(factory, UnaryOperator.identity());
    }

    @Override
    public <R> R read(Function<EntityManager, R> work) {
        return transactions.read(Transactions.NO_SITE, work);
    }

    @Override
    public <R> R write(Function<EntityManager, R> work) {
        return transactions.write(Transactions.NO_SITE, work, () -> {});
    }
}
