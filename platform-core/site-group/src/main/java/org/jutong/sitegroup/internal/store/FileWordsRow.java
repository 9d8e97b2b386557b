package org.jutong.sitegroup.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;

/** The words of a content. The database removes it with the content. */
@Entity(name = "FileWords")
@Table(name = "SG_FILE_WORDS")
class FileWordsRow {

    @Id
    private String sha256;

    @Lob
    private String words;

    protected FileWordsRow() {}

    FileWordsRow(String sha256, String words) {
        this.sha256 = sha256;
        this.words = words;
    }

    String words() {
        return words;
    }
}
