package org.jutong.identity.internal.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.jutong.identity.Role;
import org.jutong.persistence.Store;

/** Roles as stored. */
public final class RoleTable {

    private static final int MADE_BY_PEOPLE = 0;

    private final Store store;

    public RoleTable(Store store) {
        this.store = store;
    }

    /** All roles, by id. */
    public List<Role> all() {
        return store.read(em -> {
            Map<String, Set<String>> permissions = em.createQuery(
                            "SELECT p FROM RolePermissionRow p", RolePermissionRow.class)
                    .getResultStream()
                    .collect(groupingBy(RolePermissionRow::role, mapping(RolePermissionRow::permission, toSet())));
            return em.createQuery("SELECT r FROM RoleRow r ORDER BY r.id", RoleRow.class)
                    .getResultStream()
                    .map(row -> row.with(permissions.getOrDefault(row.id(), Set.of())))
                    .toList();
        });
    }

    /** Stores the platform's own roles as they are in this version of the data, unless a higher one is there. */
    public void seed(List<Role> roles, int version) {
        store.change(em -> {
            List<RoleRow> present =
                    em.createQuery("SELECT r FROM RoleRow r", RoleRow.class).getResultList();
            if (present.stream().noneMatch(row -> row.builtIn() && row.version() >= version)) {
                ChangeTable.note(em, ChangeTable.ROLES);
                roles.forEach(role -> put(em, role, version));
            }
        });
    }

    /** @throws org.jutong.persistence.DuplicateKey where the id is taken */
    public void insert(Role role) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.ROLES);
            RoleRow row = new RoleRow(role.id());
            row.set(role, MADE_BY_PEOPLE);
            em.persist(row);
            addPermissions(em, role);
        });
    }

    public void update(Role role) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.ROLES);
            put(em, role, MADE_BY_PEOPLE);
        });
    }

    public void delete(String id) {
        store.change(em -> {
            ChangeTable.note(em, ChangeTable.ROLES);
            removePermissions(em, id);
            em.remove(em.find(RoleRow.class, id));
        });
    }

    private static void put(EntityManager em, Role role, int version) {
        RoleRow row = em.find(RoleRow.class, role.id());
        if (row == null) {
            row = new RoleRow(role.id());
            row.set(role, version);
            em.persist(row);
        }
        row.set(role, version);
        removePermissions(em, role.id());
        addPermissions(em, role);
    }

    private static void addPermissions(EntityManager em, Role role) {
        em.flush(); // the foreign key wants the role first
        role.permissions().forEach(permission -> em.persist(new RolePermissionRow(role.id(), permission)));
    }

    private static void removePermissions(EntityManager em, String role) {
        em.createQuery("DELETE FROM RolePermissionRow p WHERE p.role = :role")
                .setParameter("role", role)
                .executeUpdate();
    }
}
