package org.jutong.identity.internal.store;

import java.util.List;
import java.util.Optional;
import org.jutong.identity.Organisation;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;

/** Organisations as stored. */
public final class OrganisationTable {

    private final Store store;

    public OrganisationTable(Store store) {
        this.store = store;
    }

    /** All, by code. */
    public List<Organisation> all() {
        return store.read(em -> em.createQuery("SELECT o FROM OrganisationRow o ORDER BY o.code", OrganisationRow.class)
                .getResultStream()
                .map(OrganisationRow::organisation)
                .toList());
    }

    /** @throws org.jutong.persistence.DuplicateKey where the code or the site is taken */
    public Organisation insert(String code, String name, Optional<Long> parent, Optional<SiteCode> site) {
        return store.write(em -> {
            ChangeTable.note(em, ChangeTable.ORGANISATIONS);
            OrganisationRow row = new OrganisationRow(code);
            row.set(name, parent, site);
            em.persist(row);
            em.flush(); // those below have a foreign key to it
            return row.organisation();
        });
    }

    /** @throws org.jutong.persistence.DuplicateKey where the site is taken */
    public Organisation update(long id, String name, Optional<Long> parent, Optional<SiteCode> site) {
        return store.write(em -> {
            ChangeTable.note(em, ChangeTable.ORGANISATIONS);
            OrganisationRow row = em.find(OrganisationRow.class, id);
            row.set(name, parent, site);
            return row.organisation();
        });
    }
}
