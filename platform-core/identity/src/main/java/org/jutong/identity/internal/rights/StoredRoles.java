package org.jutong.identity.internal.rights;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Grant;
import org.jutong.identity.Role;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.RoleTable;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles that people make of declared permissions; those that came with the platform stay as they are. Thread-safe. */
@Component(service = StoredRoles.class)
public final class StoredRoles {

    private static final String MANAGE = "identity.role";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final int LONGEST_TITLE = 50;

    private final Store store;
    private final RoleTable table;
    private final RoleBook book;
    private final Roster roster;
    private final GrantedAuthority authority;
    private final GrantRules rules;
    private final StoredSessions sessions;
    private final Audit audit;

    @Activate
    public StoredRoles(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference RoleBook book,
            @Reference Roster roster,
            @Reference GrantedAuthority authority,
            @Reference GrantRules rules,
            @Reference StoredSessions sessions,
            @Reference Audit audit) {
        this.store = store;
        this.table = new RoleTable(store);
        this.book = book;
        this.roster = roster;
        this.authority = authority;
        this.rules = rules;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Makes a role; permission {@code identity.role} on the whole platform.
     *
     * @param title by language tag, {@code zh-CN} and {@code en}
     * @throws Problem {@code role_id_invalid}, {@code text_missing}, {@code role_permissions_missing},
     *     {@code permission_not_declared}, {@code role_mixes_offices} (400), {@code role_exists} (409),
     *     {@code forbidden_everywhere} (403)
     */
    public Role create(Actor by, String id, Map<String, String> title, Set<String> permissions) {
        authority.require(by, MANAGE, Scope.EVERYWHERE);
        if (id == null || !ID.matcher(id).matches()) {
            throw Problem.invalid("role_id_invalid", "id");
        }
        Role role = wellFormed(id, title, permissions);
        if (book.find(id).isPresent()) {
            throw Problem.conflict("role_exists", id);
        }
        try {
            store.recorded(
                    () -> {
                        table.insert(role);
                        return role;
                    },
                    made -> record(Action.ROLE_CREATE, by, made));
        } catch (DuplicateKey taken) {
            throw Problem.conflict("role_exists", id);
        } finally {
            book.reload();
        }
        return role;
    }

    /**
     * Changes a role for all who hold it; the sessions of those who lose something end. Permission as for making one.
     *
     * @throws Problem {@code role_not_found} (404), {@code role_built_in}, {@code offices_mix} (409),
     *     {@code own_grants} (403) for a role of one's own, and what making one is refused with
     */
    public Role change(Actor by, String id, Map<String, String> title, Set<String> permissions) {
        Role before = requireOwnMake(by, id);
        Role role = wellFormed(id, title, permissions);
        Collection<String> holders = holders(id);
        if (!role.permissions().equals(before.permissions())) {
            rules.requireNotOneself(by, holders);
        }
        role.office().ifPresent(office -> requireNoOther(holders, id, office));
        store.recorded(
                () -> {
                    table.update(role);
                    return role;
                },
                changed -> record(Action.ROLE_CHANGE, by, changed));
        book.reload();
        if (!role.permissions().containsAll(before.permissions())) {
            holders.forEach(sessions::endAll);
        }
        return role;
    }

    /** @throws Problem {@code role_not_found} (404), {@code role_built_in}, {@code role_in_use} (409) */
    public void delete(Actor by, String id) {
        Role role = requireOwnMake(by, id);
        if (!book.find(id).isPresent() || !roster.grantsOf(id).isEmpty()) {
            throw Problem.conflict("role_in_use", id, roster.grantsOf(id).size());
        }
        store.recorded(
                () -> {
                    table.delete(id);
                    return role;
                },
                deleted -> record(Action.ROLE_DELETE, by, deleted));
        book.reload();
    }

    private Role requireOwnMake(Actor by, String id) {
        authority.require(by, MANAGE, Scope.EVERYWHERE);
        Role role = book.find(id).orElseThrow(() -> Problem.notFound("role_not_found", id));
        if (role.builtIn()) {
            throw Problem.conflict("role_built_in", id);
        }
        return role;
    }

    private Role wellFormed(String id, Map<String, String> title, Set<String> permissions) {
        Map<String, String> titles = Map.of(
                "zh-CN", PlainText.required("title", title.get("zh-CN"), LONGEST_TITLE),
                "en", PlainText.required("title", title.get("en"), LONGEST_TITLE));
        if (permissions.isEmpty()) {
            throw Problem.invalid("role_permissions_missing", "permissions");
        }
        permissions.stream()
                .filter(permission -> !book.isDeclared(permission))
                .findFirst()
                .ifPresent(permission -> {
                    throw Problem.invalid("permission_not_declared", "permissions", permission);
                });
        return new Role(id, titles, false, office(permissions), permissions);
    }

    /** The office that these permissions belong to; then they must all belong to it. */
    private Optional<String> office(Set<String> permissions) {
        Set<String> offices = permissions.stream()
                .flatMap(permission -> book.officeThatReserves(permission).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (offices.size() > 1
                || offices.stream().anyMatch(office -> !book.of(office).containsAll(permissions))) {
            throw Problem.invalid("role_mixes_offices", "permissions", String.join(", ", offices));
        }
        return offices.stream().findFirst();
    }

    private void requireNoOther(Collection<String> holders, String role, String office) {
        for (String name : holders) {
            Stream<Grant> others = roster.find(name).stream()
                    .flatMap(stored -> authority.grants(stored.account()))
                    .filter(grant -> !grant.role().equals(role));
            rules.requireOneOffice(name, others, office);
        }
    }

    private Collection<String> holders(String role) {
        return roster.grantsOf(role).stream()
                .flatMap(grant -> roster.people(grant.holder()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void record(Action action, Actor by, Role role) {
        List<String> permissions = role.permissions().stream().sorted().toList();
        Event event = Event.done(action, by, "role:" + role.id()).saying(String.join(" ", permissions));
        audit.record(authority.attributed(event, by, MANAGE, Scope.EVERYWHERE));
    }
}
