package org.jutong.identity.internal.rights;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.identity.Accounts;
import org.jutong.identity.Role;
import org.jutong.identity.RolePermissions;
import org.jutong.identity.RolePermissions.Permission;
import org.jutong.identity.internal.Changes;
import org.jutong.identity.internal.store.RoleTable;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The roles in memory, what they may do, and what can be done at all: the core's permissions and those that
 * {@link RolePermissions} declare. Stores the platform's own roles at the start. Thread-safe.
 */
@Component(service = RoleBook.class)
public final class RoleBook {

    private static final String ALL = "*";
    private static final String ROLE = "@";
    private static final Set<String> OTHER_OFFICES =
            Set.of(Accounts.SECURITY_ADMINISTRATOR, Accounts.AUDIT_ADMINISTRATOR);

    private final RoleData data = RoleData.load();
    private final Map<String, Permission> core = data.declared();
    private final RoleTable table;
    private volatile Map<String, Role> roles;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    public volatile List<RolePermissions> sources = List.of();

    /** @param changes only waited for */
    @Activate
    public RoleBook(@Reference(target = "(osgi.unit.name=identity)") Store store, @Reference Changes changes) {
        table = new RoleTable(store);
        table.seed(data.builtIn(), data.version());
        reload();
    }

    /** Call after the commit of a change. */
    public synchronized void reload() {
        roles = table.all().stream()
                .collect(Collectors.toMap(Role::id, role -> role, (one, other) -> one, TreeMap::new));
    }

    /** All roles, by id. */
    public Collection<Role> all() {
        return roles.values();
    }

    public Optional<Role> find(String role) {
        return Optional.ofNullable(roles.get(role));
    }

    /** The office that holders of the role have. */
    public Optional<String> officeOf(String role) {
        return find(role).flatMap(Role::office);
    }

    /** The office that this permission makes of any role that has it. */
    Optional<String> officeThatReserves(String permission) {
        return data.officeOf(permission);
    }

    /** Whether anybody declares the permission. */
    public boolean isDeclared(String permission) {
        return core.containsKey(permission)
                || sources.stream().anyMatch(source -> source.find(permission).isPresent());
    }

    /** All declared permissions, by id. */
    public Collection<Permission> declared() {
        Map<String, Permission> declared = new TreeMap<>(core);
        sources.forEach(
                source -> source.all().forEach(permission -> declared.putIfAbsent(permission.id(), permission)));
        return declared.values();
    }

    /** The offices besides the administrator's that hold this permission. */
    Stream<String> otherOfficesWith(String permission) {
        return OTHER_OFFICES.stream().filter(office -> gives(office, permission));
    }

    /** Whether the role holds the permission; the administrator's does not hold what the other offices do. */
    public boolean gives(String role, String permission) {
        return isDeclared(permission) && holds(role, permission);
    }

    private boolean holds(String role, String permission) {
        return sources.stream().anyMatch(source -> source.of(role).contains(permission))
                || find(role).stream()
                        .flatMap(found -> found.permissions().stream())
                        .anyMatch(entry -> entry.equals(permission)
                                || entry.startsWith(ROLE) && holds(entry.substring(1), permission)
                                || entry.equals(ALL)
                                        && otherOfficesWith(permission)
                                                .findAny()
                                                .isEmpty());
    }

    /** The permissions of the role, by name. */
    public Set<String> of(String role) {
        return declared().stream()
                .map(Permission::id)
                .filter(permission -> holds(role, permission))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
