package org.jutong.identity.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@Table(name = "ID_MEMBER")
@IdClass(MemberRow.Key.class)
class MemberRow {

    @Id
    @Column(name = "GROUP_ID")
    private String groupId;

    @Id
    @Column(name = "USERNAME")
    private String username;

    protected MemberRow() {}

    MemberRow(String groupId, String username) {
        this.groupId = groupId;
        this.username = username;
    }

    String group() {
        return groupId;
    }

    String username() {
        return username;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String groupId;
        String username;

        Key() {}

        Key(String groupId, String username) {
            this.groupId = groupId;
            this.username = username;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(groupId, key.groupId)
                    && Objects.equals(username, key.username);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, username);
        }
    }
}
