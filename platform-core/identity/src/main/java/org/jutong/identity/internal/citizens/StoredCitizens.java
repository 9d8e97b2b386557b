package org.jutong.identity.internal.citizens;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Citizens;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.citizens.CitizenTable;
import org.jutong.identity.internal.store.citizens.StoredCitizen;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Citizens' accounts in identity's own tables. */
@Component(service = Citizens.class)
public final class StoredCitizens implements Citizens {

    private static final int LONGEST_QUERY = 50;

    private final Store store;
    private final CitizenTable table;
    private final KeyedHash hash;
    private final GrantedAuthority authority;
    private final StoredSessions sessions;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public StoredCitizens(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference KeyedHash hash,
            @Reference GrantedAuthority authority,
            @Reference StoredSessions sessions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.table = new CitizenTable(store);
        this.hash = hash;
        this.authority = authority;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Citizen> list(Actor by, String query, long before, int limit) {
        authority.require(by, "citizen.manage", Scope.EVERYWHERE);
        String asked = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query.strip();
        if (asked.indexOf('\0') >= 0) {
            return List.of();
        }
        Optional<String> mobile = Mobile.parse(asked).map(Mobile::number);
        Optional<String> name = mobile.isPresent() || asked.isEmpty() ? Optional.empty() : Optional.of(asked);
        return table.list(mobile, name, before, limit).stream()
                .map(CitizenLookup::citizen)
                .toList();
    }

    @Override
    public Citizen setDisabled(Actor by, long id, boolean disabled) {
        authority.require(by, "citizen.manage", Scope.EVERYWHERE);
        StoredCitizen citizen = require(id);
        store.recorded(
                () -> {
                    table.setState(id, disabled ? State.DISABLED : State.ACTIVE);
                    sessions.endAll(citizen.username());
                    return citizen;
                },
                done -> audit.record(Event.done(Action.CITIZEN_CHANGE, by, citizen.username())
                        .saying(disabled ? "disabled" : "enabled")));
        return CitizenLookup.citizen(require(id));
    }

    @Override
    public Citizen setRealName(Actor by, long id, String typed) {
        authority.require(by, "citizen.verify", Scope.EVERYWHERE);
        IdNumber number = IdNumber.typed(typed, clock);
        StoredCitizen citizen = require(id);
        try {
            store.recorded(
                    () -> {
                        table.setRealName(id, hash.of("id-number", number.value()), number.masked());
                        return citizen;
                    },
                    done -> audit.record(Event.done(Action.CITIZEN_VERIFY, by, citizen.username())));
        } catch (DuplicateKey taken) {
            throw Problem.conflict("id_number_taken");
        }
        return CitizenLookup.citizen(require(id));
    }

    private StoredCitizen require(long id) {
        StoredCitizen found =
                table.find(id).orElseThrow(() -> Problem.notFound("citizen_not_found", Long.toString(id)));
        if (found.state() == State.CLOSED) {
            throw Problem.conflict("citizen_closed", Long.toString(id));
        }
        return found;
    }
}
