package org.jutong.persistence;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A core bundle's own tables. One service exists for each persistence unit of a core bundle, property
 * {@code osgi.unit.name}; it appears after the bundle's migrations ({@code JUTONG-INF/schema/changelog.yaml}) have
 * run. A call inside a call joins its transaction. The EntityManager ends with the outermost call. Thread-safe.
 */
@ProviderType
public interface Store {

    /** Reads; nothing that {@code work} changes is stored. */
    <R> R read(Function<EntityManager, R> work);

    /**
     * Writes in one transaction: committed when the outermost {@code work} returns, undone when it throws. A violated
     * unique constraint arrives as {@link DuplicateKey}, so that a race ends in a conflict and not in a 500.
     */
    <R> R write(Function<EntityManager, R> work);

    /** {@link #write(Function)} without a result. */
    default void change(Consumer<EntityManager> work) {
        write(em -> {
            work.accept(em);
            return null;
        });
    }

    /**
     * Does all that {@code work} writes through this store in one transaction. When the database has taken it,
     * {@code record} is told the result, before the commit: where it throws, nothing is changed. For what must be
     * written down elsewhere before a change may count.
     */
    default <R> R recorded(Supplier<R> work, Consumer<R> record) {
        return write(em -> {
            R result = work.get();
            em.flush();
            record.accept(result);
            return result;
        });
    }
}
