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
import org.jutong.sitegroup.StoredFile;

@Entity(name = "SiteFile")
@Table(name = "SG_FILE")
class FileRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_FILE_SEQ")
    @SequenceGenerator(name = "SG_FILE_SEQ", sequenceName = "SG_FILE_SEQ", allocationSize = 50)
    private long id;

    private String name;

    @Column(name = "MEDIA_TYPE")
    private String type;

    private long bytes;

    private String sha256;

    @Column(name = "KEPT_BY")
    private String keptBy;

    @Column(name = "KEPT_AT")
    @Convert(converter = BeijingTime.class)
    private Instant keptAt;

    @Column(name = "IN_USE")
    private boolean inUse;

    protected FileRow() {}

    FileRow(String name, String type, long bytes, String sha256, String keptBy, Instant keptAt) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.keptBy = keptBy;
        this.keptAt = keptAt;
    }

    void use() {
        inUse = true;
    }

    /** Nothing refers to it any more. */
    void release() {
        inUse = false;
    }

    boolean isFrom(String person) {
        return keptBy.equals(person);
    }

    StoredFile file() {
        return new StoredFile(id, name, type, bytes, sha256);
    }
}
