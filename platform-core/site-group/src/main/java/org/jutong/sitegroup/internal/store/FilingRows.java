package org.jutong.sitegroup.internal.store;

import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Filing;

/** The stored numbers and tests of the sites. */
public final class FilingRows {

    private final Store store;

    /** Over the site group's tables. */
    public FilingRows(Store store) {
        this.store = store;
    }

    /** What the site has filed. */
    public Filing find(SiteCode site) {
        return store.read(em -> Optional.ofNullable(em.find(FilingRow.class, site.value()))
                .map(FilingRow::filing)
                .orElse(Filing.NONE));
    }

    /** Records it in place of what was there. */
    public void set(SiteCode site, Filing filing) {
        store.change(em -> {
            FilingRow row = em.find(FilingRow.class, site.value());
            if (row == null) {
                row = new FilingRow(site);
                row.fill(filing);
                em.persist(row);
            } else {
                row.fill(filing);
            }
        });
    }
}
