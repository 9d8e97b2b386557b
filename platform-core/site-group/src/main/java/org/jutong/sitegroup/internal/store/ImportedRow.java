package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jutong.sitegroup.internal.store.ImportedRows.Known;

@Entity(name = "Imported")
@Table(name = "SG_IMPORTED")
@IdClass(ImportedRow.Key.class)
class ImportedRow {

    @Id
    private String site;

    @Id
    @Column(name = "OLD_PATH")
    private String path;

    private Long article;

    @Column(name = "FILE_ID")
    private Long file;

    @Column(name = "CONTENT_HASH")
    private String hash;

    /** The article's version that the import made; 0 for a file, and for a page that says what another one said. */
    @Column(name = "MADE_VERSION")
    private int version;

    @Column(name = "LINKS_OPEN")
    private boolean open;

    protected ImportedRow() {}

    ImportedRow(String site, String path) {
        this.site = site;
        this.path = path;
    }

    void isArticle(long id, int madeVersion, String contentHash, boolean linksOpen) {
        this.article = id;
        this.version = madeVersion;
        this.hash = contentHash;
        this.open = linksOpen;
    }

    void isFile(long id, String contentHash) {
        this.file = id;
        this.hash = contentHash;
    }

    Long article() {
        return article;
    }

    int version() {
        return version;
    }

    void linked(int madeVersion) {
        this.version = madeVersion;
        this.open = false;
    }

    Known known() {
        return new Known(path, Optional.ofNullable(article), Optional.ofNullable(file), hash, version);
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String site;
        private String path;

        /** For JPA. */
        public Key() {}

        Key(String site, String path) {
            this.site = site;
            this.path = path;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(site, that.site) && Objects.equals(path, that.path);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, path);
        }
    }
}
