package org.jutong.sitegroup.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;

/** A content, once for all files that have it. */
@Entity(name = "SiteBlob")
@Table(name = "SG_BLOB")
class BlobRow {

    @Id
    private String sha256;

    @Lob
    private byte[] content;

    protected BlobRow() {}

    BlobRow(String sha256, byte[] content) {
        this.sha256 = sha256;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
