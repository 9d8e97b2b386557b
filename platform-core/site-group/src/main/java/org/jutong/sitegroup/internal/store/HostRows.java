package org.jutong.sitegroup.internal.store;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;

/** The stored host names. */
public final class HostRows {

    private final Store store;

    /** Over the site group's tables. */
    public HostRows(Store store) {
        this.store = store;
    }

    /** All host names with their sites. */
    public Map<String, SiteCode> all() {
        return store.read(em -> em.createQuery("SELECT h FROM SiteHost h", HostRow.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(HostRow::host, row -> new SiteCode(row.site()))));
    }

    /** Gives the site this name in place of the one it had, or none. */
    public void set(SiteCode site, Optional<String> host) {
        store.change(em -> {
            em.createQuery("DELETE FROM SiteHost h WHERE h.site = :site")
                    .setParameter("site", site.value())
                    .executeUpdate();
            host.ifPresent(name -> em.persist(new HostRow(name, site.value())));
        });
    }
}
