package org.jutong.identity.internal.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Organisation;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.rights.GrantRules;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.rights.Reach;
import org.jutong.identity.internal.store.OrganisationTable;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Organisations: who stands below whom, and who runs which site. Both decide what grants on an organisation reach, so
 * they are changed by those who give rights there. Thread-safe.
 */
@Component(service = StoredOrganisations.class)
public final class StoredOrganisations {

    private static final int LONGEST_NAME = 100;

    private final Store store;
    private final OrganisationTable table;
    private final OrganisationTree tree;
    private final GrantedAuthority authority;
    private final Reach reach;
    private final Audit audit;

    @Activate
    public StoredOrganisations(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference OrganisationTree tree,
            @Reference GrantedAuthority authority,
            @Reference Reach reach,
            @Reference Audit audit) {
        this.store = store;
        this.table = new OrganisationTable(store);
        this.tree = tree;
        this.authority = authority;
        this.reach = reach;
        this.audit = audit;
    }

    /** Those below this one, or at the top; by code. */
    public List<Organisation> below(Optional<Long> parent) {
        return tree.all().stream()
                .filter(organisation -> organisation.parent().equals(parent))
                .toList();
    }

    /** Those whose name or code has these words in it, by code. */
    public List<Organisation> search(String words) {
        String wanted = words.strip();
        return tree.all().stream()
                .filter(organisation -> organisation.name().contains(wanted)
                        || organisation.code().contains(wanted.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /**
     * Adds one; permission {@code identity.manage} on the one above it, on the whole platform for one at the top.
     *
     * @param code in upper or lower case
     * @throws Problem {@code credit_code_invalid}, {@code organisation_not_found}, {@code grant_site_not_found},
     *     {@code text_missing} and its kin (400), {@code organisation_exists}, {@code site_run_already} (409),
     *     {@code forbidden} and its kin (403)
     */
    public Organisation create(Actor by, String code, String name, Optional<Long> parent, Optional<SiteCode> site) {
        String usable = Optional.ofNullable(code).orElse("").strip().toUpperCase(Locale.ROOT);
        if (!CreditCode.hasShape(usable) || !CreditCode.isSound(usable)) {
            throw Problem.invalid("credit_code_invalid", "code");
        }
        String title = PlainText.required("name", name, LONGEST_NAME);
        requireMayHangBelow(by, parent);
        site.ifPresent(run -> requireMayRun(by, run));
        if (tree.byCode(usable).isPresent()) {
            throw Problem.conflict("organisation_exists", usable);
        }
        return stored(() -> store.recorded(
                () -> table.insert(usable, title, parent, site), made -> record(Action.ORGANISATION_CREATE, by, made)));
    }

    /**
     * Changes what is present; permission {@code identity.manage} on it, as for adding where it moves from and to, and
     * {@code identity.grant} on a site that it runs no more.
     *
     * @param parent the one above it from now on; empty inside for none
     * @param site the site that it runs from now on; empty inside for none
     * @throws Problem {@code organisation_not_found} (404), {@code organisation_in_circle} (409), and what adding is
     *     refused with
     */
    public Organisation change(
            Actor by,
            long id,
            Optional<String> name,
            Optional<Optional<Long>> parent,
            Optional<Optional<SiteCode>> site) {
        Organisation before = tree.find(id).orElseThrow(() -> Problem.notFound("organisation_not_found", id));
        authority.require(by, Belonging.MANAGE, new Scope.OfOrganisation(id));
        String title = name.map(given -> PlainText.required("name", given, LONGEST_NAME))
                .orElse(before.name());
        Optional<Long> above = parent.orElse(before.parent());
        if (!above.equals(before.parent())) {
            before.parent().ifPresent(former -> requireMayHangBelow(by, before.parent()));
            requireMayHangBelow(by, above);
            if (above.filter(one -> tree.isBelow(one, id)).isPresent()) {
                throw Problem.conflict("organisation_in_circle", before.name());
            }
        }
        Optional<SiteCode> runs = site.orElse(before.site());
        if (!runs.equals(before.site())) {
            before.site().ifPresent(former -> authority.require(by, GrantRules.GRANT, former));
            runs.ifPresent(run -> requireMayRun(by, run));
        }
        return stored(() -> store.recorded(
                () -> table.update(id, title, above, runs),
                changed -> record(Action.ORGANISATION_CHANGE, by, changed)));
    }

    /** Passes whoever may put an organisation below this one, or at the top. */
    void requireMayHangBelow(Actor by, Optional<Long> parent) {
        parent.filter(above -> tree.find(above).isEmpty()).ifPresent(above -> {
            throw Problem.invalid("organisation_not_found", "parent", above);
        });
        Scope place = parent.<Scope>map(Scope.OfOrganisation::new).orElse(Scope.EVERYWHERE);
        authority.require(by, Belonging.MANAGE, place);
    }

    /** Who runs a site gets what others hold on that organisation there: as much as giving a right. */
    private void requireMayRun(Actor by, SiteCode site) {
        if (!reach.knows(site)) {
            throw Problem.invalid("grant_site_not_found", "site", site.value());
        }
        authority.require(by, GrantRules.GRANT, site);
        tree.runs(site).ifPresent(runner -> {
            throw Problem.conflict("site_run_already", site.value(), runner.name());
        });
    }

    private Organisation stored(java.util.function.Supplier<Organisation> work) {
        try {
            return work.get();
        } catch (DuplicateKey raced) {
            throw Problem.conflict("organisation_exists", "");
        } finally {
            tree.reload();
        }
    }

    private void record(Action action, Actor by, Organisation organisation) {
        Event event = Event.done(action, by, "organisation:" + organisation.code())
                .saying(organisation.name()
                        + organisation
                                .parent()
                                .map(parent -> " parent:" + parent)
                                .orElse(""));
        audit.record(authority.attributed(
                organisation.site().map(event::on).orElse(event),
                by,
                Belonging.MANAGE,
                new Scope.OfOrganisation(organisation.id())));
    }
}
