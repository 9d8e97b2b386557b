package org.jutong.catalog.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Enrolments;
import org.jutong.catalog.internal.store.EnrolmentTable;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.SiteChanges;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Enrolments answered from memory and changed in their table. */
@Component
public final class StoredEnrolments implements Enrolments {

    private final Store store;
    private final Audit audit;
    private final EnrolmentTable table;
    private final KnownEnrolments known;
    private final Sites sites;
    private final Authority authority;
    private final SiteChanges changes;
    private final Clock clock;

    @Activate
    public StoredEnrolments(
            @Reference(target = "(osgi.unit.name=catalog)") Store store,
            @Reference Audit audit,
            @Reference EnrolmentTable table,
            @Reference KnownEnrolments known,
            @Reference Sites sites,
            @Reference Authority authority,
            @Reference SiteChanges changes,
            @Reference Clock clock) {
        this.store = store;
        this.audit = audit;
        this.table = table;
        this.known = known;
        this.sites = sites;
        this.authority = authority;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public List<Enrolment> of(SiteCode site) {
        return known.of(site);
    }

    @Override
    public List<Enrolment> ofPlugin(String plugin) {
        return known.ofPlugin(plugin);
    }

    @Override
    public Optional<Enrolment> find(SiteCode site, String plugin) {
        return known.find(site, plugin);
    }

    @Override
    public Enrolment set(Actor by, SiteCode site, String plugin, Enrolment.State state) {
        sites.require(site);
        authority.require(by, "catalog.suspend", site);
        Action action = state == Enrolment.State.SUSPENDED ? Action.ENROLMENT_SUSPEND : Action.ENROLMENT_RESUME;
        Enrolment changed = store.recorded(
                () -> table.change(site, plugin, state, clock.instant(), now -> refuseSame(now, state))
                        .orElseThrow(() -> Problem.notFound("enrolment_not_found", site.value(), plugin)),
                done -> audit.record(
                        Event.done(action, by, "enrolment:" + plugin).on(site)));
        known.refresh(site, plugin);
        changes.changed(Set.of(site));
        return changed;
    }

    private static void refuseSame(Enrolment now, Enrolment.State wanted) {
        if (now.state() == wanted) {
            throw wanted == Enrolment.State.SUSPENDED
                    ? Problem.conflict("already_suspended", now.site().value(), now.plugin())
                    : Problem.conflict("already_enabled", now.site().value(), now.plugin());
        }
    }
}
