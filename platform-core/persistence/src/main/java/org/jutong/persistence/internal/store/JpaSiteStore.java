package org.jutong.persistence.internal.store;

import java.util.List;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.jutong.persistence.IssuedSite;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.jutong.plugin.data.SiteStore;
import org.jutong.runtime.SiteChanges;

/** A plugin's store: the one place where a site becomes EclipseLink's tenant. */
public final class JpaSiteStore implements SiteStore {

    private final String plugin;
    private final Transactions transactions;
    private final SiteChanges changes;

    /** @throws IllegalStateException where the unit does not keep every entity to one site */
    public JpaSiteStore(String plugin, EntityManagerFactory factory, SiteChanges changes) {
        TenantRules.check(plugin, PersistenceUnit.prepare(factory));
        this.plugin = plugin;
        this.transactions = new Transactions(factory, GuardedEntityManager::guard);
        this.changes = changes;
    }

    @Override
    public <R> R read(SiteContext site, Function<EntityManager, R> work) {
        return transactions.read(admitted(site).value(), work);
    }

    @Override
    public <R> R write(SiteContext site, Function<EntityManager, R> work) {
        SiteCode code = admitted(site);
        return transactions.write(code.value(), work, () -> changes.changed(List.of(code)));
    }

    private SiteCode admitted(SiteContext context) {
        if (!(context instanceof IssuedSite issued)) {
            throw new IllegalArgumentException(
                    "Only a site context that the platform issued opens the data of " + plugin);
        }
        if (!issued.plugin().equals(plugin)) {
            throw new IllegalArgumentException(
                    "A site context of plugin " + issued.plugin() + " does not open the data of " + plugin);
        }
        return issued.site();
    }
}
