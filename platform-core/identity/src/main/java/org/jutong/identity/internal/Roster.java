package org.jutong.identity.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jutong.identity.internal.signin.FirstAdministrator;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All accounts in memory, read again after each change: rights are asked for at every request. Thread-safe. */
@Component(service = Roster.class)
public final class Roster {

    private final AccountTable table;
    private volatile Map<String, StoredAccount> byName;

    /** @param first only waited for */
    @Activate
    public Roster(@Reference(target = "(osgi.unit.name=identity)") Store store, @Reference FirstAdministrator first) {
        this.table = new AccountTable(store);
        reload();
    }

    /** The account, disabled or not. */
    public Optional<StoredAccount> find(String username) {
        return Optional.ofNullable(byName.get(username));
    }

    /** The account, unless it is disabled. */
    public Optional<StoredAccount> findEnabled(String username) {
        return find(username).filter(stored -> !stored.account().disabled());
    }

    /** All, by name. */
    public Collection<StoredAccount> all() {
        return byName.values();
    }

    /** Call after the commit of a change. */
    public synchronized void reload() {
        Map<String, StoredAccount> read = new LinkedHashMap<>();
        table.all().forEach(stored -> read.put(stored.account().username(), stored));
        byName = read;
    }
}
