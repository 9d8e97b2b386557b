package org.jutong.identity.internal;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jutong.identity.Grant;
import org.jutong.identity.Group;
import org.jutong.identity.Holder;
import org.jutong.identity.internal.signin.FirstAdministrator;
import org.jutong.identity.internal.store.AccountTable;
import org.jutong.identity.internal.store.GroupTable;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * All accounts and groups in memory, with their grants: rights are asked for at every request. What changes is read
 * again after the commit, one account or group at a time; what other nodes change, by {@link CatchUp}. Thread-safe.
 */
@Component(service = Roster.class)
public final class Roster {

    private final AccountTable accounts;
    private final GroupTable groups;
    private final Map<String, StoredAccount> byName = new ConcurrentSkipListMap<>();
    private final Map<String, Group> byId = new ConcurrentSkipListMap<>();

    // made when first asked for after a change
    private volatile Map<String, List<Grant>> byRole;

    /**
     * @param first only waited for
     * @param changes only waited for
     */
    @Activate
    public Roster(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference FirstAdministrator first,
            @Reference Changes changes) {
        accounts = new AccountTable(store);
        groups = new GroupTable(store);
        accounts.all().forEach(stored -> byName.put(stored.account().username(), stored));
        groups.all().forEach(group -> byId.put(group.id(), group));
    }

    /** The account, whether it may sign in or not. */
    public Optional<StoredAccount> find(String username) {
        return Optional.ofNullable(byName.get(username));
    }

    /** The account, unless it is disabled or dormant. */
    public Optional<StoredAccount> findEnabled(String username) {
        return find(username).filter(stored -> stored.account().isActive());
    }

    /** All accounts, by name. */
    public Collection<StoredAccount> all() {
        return byName.values();
    }

    /** The group of this id. */
    public Optional<Group> group(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All groups, by id. */
    public Collection<Group> groups() {
        return byId.values();
    }

    /** All grants of this role, in force or not. */
    public List<Grant> grantsOf(String role) {
        Map<String, List<Grant>> known = byRole;
        if (known == null) {
            synchronized (this) {
                known = Stream.concat(
                                byName.values().stream().flatMap(stored -> stored.account().grants().stream()),
                                byId.values().stream().flatMap(group -> group.grants().stream()))
                        .collect(groupingBy(Grant::role));
                byRole = known;
            }
        }
        return known.getOrDefault(role, List.of());
    }

    /** The names of the accounts that a grant's holder stands for. */
    public Collection<String> people(Holder holder) {
        if (holder instanceof Holder.User user) {
            return List.of(user.username());
        }
        return members(((Holder.Group) holder).id());
    }

    /** Notes a sign-in. */
    public void signedIn(String username, Instant now) {
        accounts.signedIn(username, now);
        reload(username);
    }

    /** Call after the commit of a change to what this holder is or has. */
    public void reload(Holder holder) {
        if (holder instanceof Holder.User user) {
            reload(user.username());
        } else {
            reloadGroup(((Holder.Group) holder).id());
        }
    }

    /** Call after the commit of a change to the account, its grants or its memberships. */
    public synchronized void reload(String username) {
        accounts.find(username).ifPresentOrElse(stored -> byName.put(username, stored), () -> byName.remove(username));
        byRole = null;
    }

    /** Call after the commit of a change to the group, its grants or its members; who came or went is read again too. */
    public synchronized void reloadGroup(String id) {
        Set<String> before = members(id);
        groups.find(id).ifPresentOrElse(group -> byId.put(id, group), () -> byId.remove(id));
        Set<String> after = members(id);
        Stream.concat(
                        before.stream().filter(name -> !after.contains(name)),
                        after.stream().filter(name -> !before.contains(name)))
                .forEach(this::reload);
        byRole = null;
    }

    private Set<String> members(String id) {
        return group(id).<Set<String>>map(Group::members).orElse(Set.of());
    }
}
