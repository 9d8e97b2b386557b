package org.jutong.identity.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@Table(name = "ID_ROLE_PERMISSION")
@IdClass(RolePermissionRow.Key.class)
class RolePermissionRow {

    @Id
    @Column(name = "ROLE_ID")
    private String role;

    @Id
    @Column(name = "PERMISSION")
    private String permission;

    protected RolePermissionRow() {}

    RolePermissionRow(String role, String permission) {
        this.role = role;
        this.permission = permission;
    }

    String role() {
        return role;
    }

    String permission() {
        return permission;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String role;
        String permission;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(role, key.role)
                    && Objects.equals(permission, key.permission);
        }

        @Override
        public int hashCode() {
            return Objects.hash(role, permission);
        }
    }
}
