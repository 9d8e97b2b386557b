package org.jutong.identity.internal.rights;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jutong.identity.internal.store.GrantTable;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sees to it that the platform keeps an administrator: an account that may sign in and holds the office on the whole
 * platform without an end. Thread-safe.
 */
@Component(service = Administrators.class)
public final class Administrators {

    private final Store store;
    private final GrantTable grants;
    private final Clock clock;

    @Activate
    public Administrators(@Reference(target = "(osgi.unit.name=identity)") Store store, @Reference Clock clock) {
        this.store = store;
        this.grants = new GrantTable(store);
        this.clock = clock;
    }

    /**
     * Does the work in one transaction and has it recorded, unless it leaves no administrator. Such work is done one
     * after the other: two administrators who disable each other would leave nobody.
     *
     * @throws Problem {@code last_administrator} (409); nothing is changed then
     */
    public <R> R keepingOne(Supplier<R> work, Consumer<R> record) {
        return store.recorded(
                () -> {
                    grants.lockAdministrators();
                    List<String> before = grants.administrators(clock.instant());
                    R result = work.get();
                    if (!before.isEmpty()
                            && grants.administrators(clock.instant()).isEmpty()) {
                        throw Problem.conflict("last_administrator", before.get(0));
                    }
                    return result;
                },
                record);
    }
}
