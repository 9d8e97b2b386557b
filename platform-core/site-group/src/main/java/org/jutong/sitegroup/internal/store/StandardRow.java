package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;

/** A version of the standard that an operator added, as the file was. */
@Entity(name = "SiteStandard")
@Table(name = "SG_STANDARD")
class StandardRow {

    @Id
    @Column(name = "STANDARD_VERSION")
    private String version;

    @Lob
    private String content;

    @Column(name = "ADDED_BY")
    private String addedBy;

    @Column(name = "ADDED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant addedAt;

    protected StandardRow() {}

    StandardRow(String version, String content, String by, Instant at) {
        this.version = version;
        this.content = content;
        this.addedBy = by;
        this.addedAt = at;
    }

    String content() {
        return content;
    }
}
