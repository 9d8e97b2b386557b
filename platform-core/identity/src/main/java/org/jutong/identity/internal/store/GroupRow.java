package org.jutong.identity.internal.store;

import java.util.List;
import java.util.SortedSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.identity.Grant;
import org.jutong.identity.Group;

@Entity
@Table(name = "ID_GROUP")
class GroupRow {

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "TITLE")
    private String title;

    protected GroupRow() {}

    GroupRow(String id, String title) {
        this.id = id;
        this.title = title;
    }

    void rename(String words) {
        title = words;
    }

    String id() {
        return id;
    }

    Group with(SortedSet<String> members, List<Grant> grants) {
        return new Group(id, title, members, grants);
    }
}
