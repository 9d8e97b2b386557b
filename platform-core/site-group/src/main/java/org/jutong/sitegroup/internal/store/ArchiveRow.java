package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Archive;

@Entity(name = "SiteArchive")
@Table(name = "SG_ARCHIVE")
class ArchiveRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_ARCHIVE_SEQ")
    @SequenceGenerator(name = "SG_ARCHIVE_SEQ", sequenceName = "SG_ARCHIVE_SEQ", allocationSize = 50)
    private long id;

    private String site;

    private String purpose;

    private String name;

    private long bytes;

    private String sha256;

    @Column(name = "MADE_BY")
    private String madeBy;

    @Column(name = "MADE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant madeAt;

    /** Whether all its pieces are there. */
    private boolean complete;

    protected ArchiveRow() {}

    ArchiveRow(SiteCode site, Archive.Purpose purpose, String name, String by, Instant at) {
        this.site = site.value();
        this.purpose = purpose.name();
        this.name = name;
        this.sha256 = "";
        this.madeBy = by;
        this.madeAt = at;
    }

    long id() {
        return id;
    }

    void complete(long size, String hash) {
        this.bytes = size;
        this.sha256 = hash;
        this.complete = true;
    }

    Archive archive() {
        return new Archive(
                id, new SiteCode(site), Archive.Purpose.valueOf(purpose), name, bytes, sha256, madeBy, madeAt);
    }
}
