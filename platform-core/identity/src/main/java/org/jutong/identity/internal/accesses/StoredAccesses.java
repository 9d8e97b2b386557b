package org.jutong.identity.internal.accesses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accesses;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.citizens.CitizenLookup;
import org.jutong.identity.internal.citizens.Mobile;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.store.citizens.AccessTable;
import org.jutong.identity.internal.store.citizens.AccessTable.Place;
import org.jutong.identity.internal.store.citizens.DeferralTable;
import org.jutong.identity.internal.store.citizens.StoredAccess;
import org.jutong.identity.internal.store.citizens.StoredCitizen;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes and deferrals in identity's own tables. */
@Component(service = Accesses.class)
public final class StoredAccesses implements Accesses {

    static final Duration LONGEST = Duration.ofDays(366);
    static final int LONGEST_BASIS = 500;
    private static final String DEFER = "audit.defer";

    private final Store store;
    private final AccessTable accesses;
    private final DeferralTable deferrals;
    private final CitizenLookup citizens;
    private final GrantedAuthority authority;
    private final InstalledPlugins plugins;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public StoredAccesses(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference CitizenLookup citizens,
            @Reference GrantedAuthority authority,
            @Reference InstalledPlugins plugins,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.accesses = new AccessTable(store);
        this.deferrals = new DeferralTable(store);
        this.citizens = citizens;
        this.authority = authority;
        this.plugins = plugins;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Access> of(Actor citizen, Optional<String> after, int limit) {
        if (citizen.isKnown() && !citizen.isCitizen()) {
            throw Problem.forbidden("citizens_only");
        }
        StoredCitizen about = CitizenLookup.id(citizen.username())
                .flatMap(citizens::find)
                .filter(stored -> stored.mobile() != null)
                .orElseThrow(() -> Problem.unauthenticated("not_signed_in"));
        return accesses
                .of(
                        about.id(),
                        citizens.contactHash(about.mobile()),
                        clock.instant(),
                        after.map(StoredAccesses::place),
                        limit)
                .stream()
                .map(this::access)
                .toList();
    }

    @Override
    public Deferral defer(Actor by, NewDeferral wanted) {
        authority.require(by, DEFER, Scope.EVERYWHERE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requireUsable(wanted, now);
        Optional<StoredCitizen> known = Optional.ofNullable(wanted.citizen())
                .map(id ->
                        citizens.find(id).orElseThrow(() -> Problem.notFound("citizen_not_found", Long.toString(id))));
        Optional<Mobile> mobile = known.isPresent()
                ? known.map(StoredCitizen::mobile).map(Mobile::new)
                : Optional.of(Mobile.typed(wanted.mobile()));
        Optional<StoredCitizen> citizen = known.or(() -> mobile.flatMap(citizens::byMobile));
        String person = citizen.map(StoredCitizen::username)
                .orElseGet(() -> mobile.orElseThrow().masked());
        Deferral deferral = new Deferral(
                0,
                person,
                Optional.ofNullable(wanted.account()).map(String::strip).filter(name -> !name.isEmpty()),
                now,
                wanted.until().truncatedTo(ChronoUnit.MILLIS),
                wanted.basis().strip(),
                by.username(),
                Optional.empty());
        return store.recorded(
                () -> deferrals.insert(
                        deferral,
                        citizen.map(StoredCitizen::id).orElse(null),
                        mobile.map(number -> citizens.contactHash(number.number()))
                                .orElse(null)),
                stored -> audit.record(Event.done(Action.ACCESS_DEFER, by, "deferral:" + stored.id())
                        .saying("set: " + person + " until " + stored.until() + ", " + stored.basis())));
    }

    @Override
    public List<Deferral> deferrals(Actor by) {
        authority.require(by, DEFER, Scope.EVERYWHERE);
        return deferrals.all();
    }

    @Override
    public void endDeferral(Actor by, long id) {
        authority.require(by, DEFER, Scope.EVERYWHERE);
        Instant now = clock.instant();
        store.recorded(
                () -> {
                    Deferral found = deferrals
                            .find(id)
                            .orElseThrow(() -> Problem.notFound("deferral_not_found", Long.toString(id)));
                    if (found.ended().isPresent() || !found.until().isAfter(now)) {
                        throw Problem.conflict("deferral_ended", Long.toString(id));
                    }
                    deferrals.end(id, now);
                    return found;
                },
                ended -> audit.record(
                        Event.done(Action.ACCESS_DEFER, by, "deferral:" + id).saying("ended: " + ended.person())));
    }

    private static void requireUsable(NewDeferral wanted, Instant now) {
        boolean noMobile = wanted.mobile() == null || wanted.mobile().isBlank();
        if ((wanted.citizen() == null) == noMobile) {
            throw Problem.invalid("deferral_person_missing", "citizen");
        }
        if (wanted.until() == null
                || !wanted.until().isAfter(now)
                || wanted.until().isAfter(now.plus(LONGEST))) {
            throw Problem.invalid("deferral_until_invalid", "until", LONGEST.toDays());
        }
        if (wanted.basis() == null || wanted.basis().isBlank()) {
            throw Problem.invalid("deferral_basis_missing", "basis");
        }
        if (wanted.basis().length() > LONGEST_BASIS || wanted.basis().indexOf('\0') >= 0) {
            throw Problem.invalid("deferral_basis_too_long", "basis", LONGEST_BASIS);
        }
    }

    private Access access(StoredAccess note) {
        return new Access(
                note.time().toEpochMilli() + "-" + note.id(),
                note.time(),
                note.unit(),
                service(note.plugin()),
                note.record(),
                note.purpose(),
                note.site());
    }

    private String service(String plugin) {
        return plugins.find(plugin)
                .flatMap(InstalledPlugin::descriptor)
                .map(descriptor -> Texts.pick(Texts.CHINESE, descriptor.title()))
                .filter(title -> !title.isEmpty())
                .orElse(plugin);
    }

    private static Place place(String text) {
        if (!text.matches("\\d{1,15}-\\d{1,18}")) {
            throw Problem.invalid("list_place_invalid", "after");
        }
        String[] parts = text.split("-");
        return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
    }
}
