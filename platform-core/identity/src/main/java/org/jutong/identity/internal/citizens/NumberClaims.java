package org.jutong.identity.internal.citizens;

import org.jutong.identity.internal.store.citizens.AccessTable;
import org.jutong.identity.internal.store.citizens.DeferralTable;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What stood under a mobile number becomes its owner's once they have proven that it is theirs. */
@Component(service = NumberClaims.class)
public final class NumberClaims {

    private final AccessTable accesses;
    private final DeferralTable deferrals;
    private final CitizenLookup citizens;

    @Activate
    public NumberClaims(
            @Reference(target = "(osgi.unit.name=identity)") Store store, @Reference CitizenLookup citizens) {
        this.accesses = new AccessTable(store);
        this.deferrals = new DeferralTable(store);
        this.citizens = citizens;
    }

    /** Call inside the transaction that gives the citizen the number. */
    void claim(String mobile, long citizen) {
        String hash = citizens.contactHash(mobile);
        accesses.claim(hash, citizen);
        deferrals.claim(hash, citizen);
    }
}
