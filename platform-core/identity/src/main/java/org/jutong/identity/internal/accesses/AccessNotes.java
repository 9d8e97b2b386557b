package org.jutong.identity.internal.accesses;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Organisation;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.citizens.CitizenLookup;
import org.jutong.identity.internal.store.citizens.AccessTable;
import org.jutong.identity.internal.store.citizens.StoredAccess;
import org.jutong.identity.internal.store.citizens.StoredCitizen;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PersonalData;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes, before anything is shown, whom it is about, and records the same in the audit. */
@Component(service = PersonalData.class)
public final class AccessNotes implements PersonalData {

    private static final int LONGEST = 200;

    private final Store store;
    private final AccessTable table;
    private final CitizenLookup citizens;
    private final Roster roster;
    private final OrganisationTree organisations;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public AccessNotes(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference CitizenLookup citizens,
            @Reference Roster roster,
            @Reference OrganisationTree organisations,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.table = new AccessTable(store);
        this.citizens = citizens;
        this.roster = roster;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void shown(SiteContext site, String person, String record, String purpose) {
        Actor actor = site.actor();
        if (!actor.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        Optional<Long> named = CitizenLookup.id(person);
        Optional<StoredCitizen> citizen = named.isPresent() ? Optional.empty() : citizens.byContact(person);
        Long about = named.or(() -> citizen.map(StoredCitizen::id)).orElse(null);
        if (actor.isCitizen() && CitizenLookup.id(actor.username()).equals(Optional.ofNullable(about))) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StoredAccess note = new StoredAccess(
                null,
                now,
                actor.username(),
                cut(unit(site)),
                site.site(),
                site.plugin(),
                cut(record),
                cut(purpose),
                about,
                named.isPresent() ? null : citizens.contactHash(person));
        store.recorded(
                () -> {
                    table.insert(note);
                    return note;
                },
                stored -> audit.record(
                        Event.done(Action.PERSONAL_DATA_READ, actor, site.plugin() + ": " + stored.record())
                                .on(site.site())
                                .saying((about == null ? "" : Actor.CITIZEN + about + " ") + stored.purpose())));
    }

    /** The organisation of whoever looks; the site's name where the account is in none. */
    private String unit(SiteContext site) {
        return roster.find(site.actor().username())
                .flatMap(stored -> stored.account().organisation())
                .flatMap(organisations::find)
                .map(Organisation::name)
                .orElse(site.siteName());
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
