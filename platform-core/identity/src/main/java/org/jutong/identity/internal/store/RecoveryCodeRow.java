package org.jutong.identity.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@Table(name = "ID_RECOVERY_CODE")
@IdClass(RecoveryCodeRow.Key.class)
class RecoveryCodeRow {

    @Id
    @Column(name = "USERNAME")
    private String username;

    @Id
    @Column(name = "CODE_HASH")
    private String codeHash;

    protected RecoveryCodeRow() {}

    RecoveryCodeRow(String username, String codeHash) {
        this.username = username;
        this.codeHash = codeHash;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String username;
        String codeHash;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(username, key.username)
                    && Objects.equals(codeHash, key.codeHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(username, codeHash);
        }
    }
}
