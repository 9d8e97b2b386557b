package org.jutong.identity.internal.citizens;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jutong.identity.Citizens.Citizen;
import org.jutong.identity.internal.store.citizens.CitizenTable;
import org.jutong.identity.internal.store.citizens.StoredCitizen;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds citizens by what others know them by. Thread-safe. */
@Component(service = CitizenLookup.class)
public final class CitizenLookup {

    private final CitizenTable table;
    private final KeyedHash hash;

    @Activate
    public CitizenLookup(@Reference(target = "(osgi.unit.name=identity)") Store store, @Reference KeyedHash hash) {
        this.table = new CitizenTable(store);
        this.hash = hash;
    }

    /** The id in an actor's name, {@code citizen:17}; empty for any other text. */
    public static Optional<Long> id(String actorName) {
        return actorName.matches(Actor.CITIZEN + "[1-9][0-9]{0,17}")
                ? Optional.of(Long.valueOf(actorName.substring(Actor.CITIZEN.length())))
                : Optional.empty();
    }

    /** The account of this id, whatever its state. */
    public Optional<StoredCitizen> find(long id) {
        return table.find(id);
    }

    /** The account that is signed in to with this number. */
    public Optional<StoredCitizen> byMobile(Mobile mobile) {
        return table.findByMobile(mobile.number());
    }

    /** The account whose number this contact is; empty for e-mail addresses and unknown numbers. */
    public Optional<StoredCitizen> byContact(String contact) {
        return Mobile.parse(contact).flatMap(this::byMobile);
    }

    /** The keyed hash of a contact, however it is written. */
    public String contactHash(String contact) {
        return hash.of(
                "contact",
                Mobile.parse(contact)
                        .map(Mobile::number)
                        .orElseGet(() -> Normalizer.normalize(contact, Normalizer.Form.NFKC)
                                .strip()
                                .toLowerCase(Locale.ROOT)));
    }

    /** The account as others see it. */
    public static Citizen citizen(StoredCitizen stored) {
        return new Citizen(
                stored.id(),
                Optional.ofNullable(stored.name()).orElse(""),
                Optional.ofNullable(stored.mobile())
                        .map(number -> new Mobile(number).masked())
                        .orElse(""),
                stored.assurance(),
                stored.state(),
                stored.created(),
                Optional.ofNullable(stored.idNumber()));
    }
}
