package org.jutong.identity.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jutong.identity.Accounts.Grant;
import org.jutong.plugin.SiteCode;

@Entity
@Table(name = "ID_GRANT")
@IdClass(GrantRow.Key.class)
class GrantRow {

    private static final String EVERYWHERE = "*";

    @Id
    @Column(name = "USERNAME")
    private String username;

    @Id
    @Column(name = "ROLE_ID")
    private String role;

    @Id
    @Column(name = "SITE")
    private String site;

    protected GrantRow() {}

    GrantRow(String username, Grant grant) {
        this.username = username;
        this.role = grant.role();
        this.site = grant.site().map(SiteCode::value).orElse(EVERYWHERE);
    }

    String username() {
        return username;
    }

    Grant grant() {
        return EVERYWHERE.equals(site) ? Grant.everywhere(role) : Grant.on(new SiteCode(site), role);
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String username;
        String role;
        String site;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(username, key.username)
                    && Objects.equals(role, key.role)
                    && Objects.equals(site, key.site);
        }

        @Override
        public int hashCode() {
            return Objects.hash(username, role, site);
        }
    }
}
