package org.jutong.identity.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.jutong.identity.Group;
import org.jutong.persistence.Store;

/** Groups as stored. */
public final class GroupTable {

    private final Store store;

    public GroupTable(Store store) {
        this.store = store;
    }

    public List<Group> all() {
        return store.read(em -> em.createQuery("SELECT g FROM GroupRow g ORDER BY g.id", GroupRow.class)
                .getResultStream()
                .map(row -> group(em, row))
                .toList());
    }

    public Optional<Group> find(String id) {
        return store.read(em -> Optional.ofNullable(em.find(GroupRow.class, id)).map(row -> group(em, row)));
    }

    /** @throws org.jutong.persistence.DuplicateKey where the id is taken */
    public void insert(String id, String title) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.GROUP + id);
            em.persist(new GroupRow(id, title));
        });
    }

    public void rename(String id, String title) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.GROUP + id);
            em.find(GroupRow.class, id).rename(title);
        });
    }

    /** Deletes the group with its memberships and grants. */
    public void delete(String id) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.GROUP + id);
            for (String entity : List.of("GrantRow", "MemberRow")) {
                em.createQuery("DELETE FROM " + entity + " e WHERE e.groupId = :id")
                        .setParameter("id", id)
                        .executeUpdate();
            }
            em.remove(em.find(GroupRow.class, id));
        });
    }

    /** Does nothing where the account is a member already. */
    public void add(String id, String username) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.GROUP + id);
            em.merge(new MemberRow(id, username));
        });
    }

    /** Does nothing where the account is no member. */
    public void remove(String id, String username) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.GROUP + id);
            Optional.ofNullable(em.find(MemberRow.class, new MemberRow.Key(id, username)))
                    .ifPresent(em::remove);
        });
    }

    private static Group group(EntityManager em, GroupRow row) {
        return row.with(
                em.createQuery("SELECT m FROM MemberRow m WHERE m.groupId = :id", MemberRow.class)
                        .setParameter("id", row.id())
                        .getResultStream()
                        .map(MemberRow::username)
                        .collect(Collectors.toCollection(TreeSet::new)),
                em.createQuery("SELECT g FROM GrantRow g WHERE g.groupId = :id ORDER BY g.id", GrantRow.class)
                        .setParameter("id", row.id())
                        .getResultStream()
                        .map(GrantRow::grant)
                        .toList());
    }
}
