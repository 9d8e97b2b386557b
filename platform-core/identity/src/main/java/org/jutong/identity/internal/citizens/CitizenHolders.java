package org.jutong.identity.internal.citizens;

import java.util.Optional;
import org.jutong.identity.Citizens.State;
import org.jutong.identity.internal.signin.Holder;
import org.jutong.identity.internal.signin.Holders;
import org.jutong.identity.internal.store.citizens.StoredCitizen;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The citizens: they type their mobile number. Only its eleven digits are taken here; each way of writing it would be
 * another name to the throttle.
 */
@Component(service = Holders.class)
public final class CitizenHolders implements Holders {

    private final CitizenLookup citizens;

    @Activate
    public CitizenHolders(@Reference CitizenLookup citizens) {
        this.citizens = citizens;
    }

    @Override
    public Optional<Holder> named(String typed) {
        return Mobile.parse(typed)
                .filter(mobile -> mobile.number().equals(typed))
                .flatMap(citizens::byMobile)
                .map(CitizenHolders::holder);
    }

    @Override
    public Optional<Holder> of(String username) {
        return CitizenLookup.id(username).flatMap(citizens::find).map(CitizenHolders::holder);
    }

    private static Holder holder(StoredCitizen stored) {
        return new Holder(CitizenLookup.citizen(stored).actor(), stored.state() == State.ACTIVE, Holder.LOCAL);
    }
}
