package org.jutong.identity.internal.people;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Grant;
import org.jutong.identity.Group;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.PlainText;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.rights.Administrators;
import org.jutong.identity.internal.rights.GrantRules;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.store.GroupTable;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Groups. Becoming a member is being given the group's grants, so the same rules hold; a group belongs to the places
 * of its grants. Thread-safe.
 */
@Component(service = StoredGroups.class)
public final class StoredGroups {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9.-]{1,31}");
    private static final int LONGEST_TITLE = 100;

    private final Store store;
    private final GroupTable table;
    private final Roster roster;
    private final Belonging belonging;
    private final GrantRules rules;
    private final GrantedAuthority authority;
    private final Administrators administrators;
    private final StoredSessions sessions;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public StoredGroups(
            @Reference(target = "(osgi.unit.name=identity)") Store store,
            @Reference Roster roster,
            @Reference Belonging belonging,
            @Reference GrantRules rules,
            @Reference GrantedAuthority authority,
            @Reference Administrators administrators,
            @Reference StoredSessions sessions,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.table = new GroupTable(store);
        this.roster = roster;
        this.belonging = belonging;
        this.rules = rules;
        this.authority = authority;
        this.administrators = administrators;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The groups whose places the actor manages, with those members that the actor may see; by id. */
    public List<Group> list(Actor by) {
        belonging.requireManager(by);
        return roster.groups().stream()
                .filter(group -> inForceOrComing(group).stream()
                        .allMatch(grant -> authority.allows(by, Belonging.MANAGE, grant.scope())))
                .map(group -> new Group(group.id(), group.title(), visible(by, group), group.grants()))
                .toList();
    }

    private TreeSet<String> visible(Actor by, Group group) {
        TreeSet<String> members = new TreeSet<>(group.members());
        members.removeIf(name -> roster.find(name)
                .filter(stored -> belonging.sees(by, stored.account()))
                .isEmpty());
        return members;
    }

    /** @throws Problem {@code group_id_invalid}, {@code text_missing} (400), {@code group_exists} (409) */
    public Group create(Actor by, String id, String title) {
        belonging.requireManager(by);
        if (id == null || !ID.matcher(id).matches()) {
            throw Problem.invalid("group_id_invalid", "id");
        }
        String words = PlainText.required("title", title, LONGEST_TITLE);
        try {
            store.recorded(
                    () -> {
                        table.insert(id, words);
                        return id;
                    },
                    made -> record(Action.GROUP_CREATE, by, id, words));
        } catch (DuplicateKey taken) {
            throw Problem.conflict("group_exists", id);
        }
        roster.reloadGroup(id);
        return require(id);
    }

    /** @throws Problem {@code group_not_found} (404), {@code text_missing} (400) */
    public Group rename(Actor by, String id, String title) {
        requireMayManage(by, id);
        String words = PlainText.required("title", title, LONGEST_TITLE);
        store.recorded(
                () -> {
                    table.rename(id, words);
                    return id;
                },
                renamed -> record(Action.GROUP_CHANGE, by, id, words));
        roster.reloadGroup(id);
        return require(id);
    }

    /** Deletes the group with its grants; the sessions of its members end. */
    public void delete(Actor by, String id) {
        Group group = requireMayManage(by, id);
        inForceOrComing(group).forEach(grant -> rules.requireMayDeal(by, grant.role(), grant.scope()));
        administrators.keepingOne(
                () -> {
                    table.delete(id);
                    return id;
                },
                deleted -> {
                    requireNotOwn(by, group, group.members());
                    record(Action.GROUP_DELETE, by, id, "");
                });
        roster.reloadGroup(id);
        group.members().forEach(sessions::endAll);
    }

    /**
     * Makes the account a member, which gives it the group's grants.
     *
     * @throws Problem {@code group_not_found}, {@code account_not_found} (404), and what giving is refused with
     */
    public void add(Actor by, String id, String username) {
        Group group = requireMayManage(by, id);
        Account account = requireManaged(by, username);
        List<Grant> grants = inForceOrComing(group);
        if (group.members().contains(username)) {
            return;
        }
        if (!grants.isEmpty()) {
            grants.forEach(grant -> rules.requireMayGive(by, grant.role(), grant.scope(), grant.until()));
            rules.requireMayGiveTo(by, account);
            rules.requireOneOffice(
                    username, authority.grants(account), grants.stream().map(Grant::role));
        }
        store.recorded(
                () -> {
                    table.add(id, username);
                    return id;
                },
                added -> record(Action.GROUP_CHANGE, by, id, "account:" + username + " added"));
        roster.reloadGroup(id);
    }

    /** Takes the account out of the group, and the group's grants from it; its sessions end. */
    public void remove(Actor by, String id, String username) {
        Group group = requireMayManage(by, id);
        if (!group.members().contains(username)) {
            return;
        }
        inForceOrComing(group).forEach(grant -> rules.requireMayDeal(by, grant.role(), grant.scope()));
        administrators.keepingOne(
                () -> {
                    table.remove(id, username);
                    return id;
                },
                removed -> {
                    requireNotOwn(by, group, Set.of(username));
                    record(Action.GROUP_CHANGE, by, id, "account:" + username + " removed");
                });
        roster.reloadGroup(id);
        sessions.endAll(username);
    }

    private void requireNotOwn(Actor by, Group group, Set<String> people) {
        if (!inForceOrComing(group).isEmpty()) {
            rules.requireNotOneself(by, people);
        }
    }

    private Group requireMayManage(Actor by, String id) {
        belonging.requireManager(by);
        Group group = require(id);
        inForceOrComing(group).forEach(grant -> authority.require(by, Belonging.MANAGE, grant.scope()));
        return group;
    }

    private Account requireManaged(Actor by, String username) {
        Account account = roster.find(username)
                .orElseThrow(() -> Problem.notFound("account_not_found", username))
                .account();
        belonging.requireMayManage(by, account);
        return account;
    }

    private Group require(String id) {
        return roster.group(id).orElseThrow(() -> Problem.notFound("group_not_found", id));
    }

    private List<Grant> inForceOrComing(Group group) {
        return group.grants().stream()
                .filter(grant -> !grant.isOver(clock.instant()))
                .toList();
    }

    private void record(Action action, Actor by, String id, String words) {
        Event event = Event.done(action, by, "group:" + id).saying(words);
        List<Scope> places = roster.group(id).stream()
                .flatMap(group -> group.grants().stream())
                .map(Grant::scope)
                .toList();
        audit.record(belonging.attributed(event, by, places));
    }
}
