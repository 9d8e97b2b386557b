package org.jutong.identity.internal.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.identity.Role;

@Entity
@Table(name = "ID_ROLE")
class RoleRow {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "TITLE_ZH")
    private String chinese;

    @Column(name = "TITLE_EN")
    private String english;

    @Column(name = "BUILT_IN")
    private boolean builtIn;

    @Column(name = "OFFICE")
    private String office;

    @Column(name = "DATA_VERSION")
    private int version;

    protected RoleRow() {}

    RoleRow(String id) {
        this.id = id;
    }

    void set(Role role, int dataVersion) {
        chinese = role.title().get("zh-CN");
        english = role.title().get("en");
        builtIn = role.builtIn();
        office = role.office().orElse(null);
        version = dataVersion;
    }

    String id() {
        return id;
    }

    boolean builtIn() {
        return builtIn;
    }

    int version() {
        return version;
    }

    Role with(Set<String> permissions) {
        return new Role(id, Map.of("zh-CN", chinese, "en", english), builtIn, Optional.ofNullable(office), permissions);
    }
}
