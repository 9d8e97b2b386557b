package org.jutong.sitegroup.internal.store;

import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;

/** The stored host names. */
public final class HostRows {

    private final Store store;

    /** Over the site group's tables. */
    public HostRows(Store store) {
        this.store = store;
    }

    /** A host name; a site has at most one that is its main one. */
    public record Host(String name, SiteCode site, boolean main) {}

    /** All host names, by name. */
    public List<Host> all() {
        return store.read(em -> em.createQuery("SELECT h FROM SiteHost h ORDER BY h.host", HostRow.class)
                .getResultStream()
                .map(HostRow::named)
                .toList());
    }

    /** Which of these names another site has. */
    public List<String> taken(SiteCode site, List<String> names) {
        return names.isEmpty()
                ? List.of()
                : store.read(em -> em.createQuery(
                                "SELECT h.host FROM SiteHost h WHERE h.host IN :names AND h.site <> :site",
                                String.class)
                        .setParameter("names", names)
                        .setParameter("site", site.value())
                        .getResultList());
    }

    /** Gives the site these names in place of those it had. */
    public void set(SiteCode site, Optional<String> main, List<String> further) {
        store.change(em -> {
            em.createQuery("DELETE FROM SiteHost h WHERE h.site = :site")
                    .setParameter("site", site.value())
                    .executeUpdate();
            main.ifPresent(name -> em.persist(new HostRow(name, site.value(), true)));
            further.forEach(name -> em.persist(new HostRow(name, site.value(), false)));
        });
    }
}
