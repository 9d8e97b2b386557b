package org.jutong.sitegroup.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The one row that says how often the list of words was changed; who changes the list locks it. */
@Entity(name = "WordListState")
@Table(name = "SG_WORD_LIST")
class WordListRow {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "LIST_VERSION")
    private int version;

    protected WordListRow() {}

    int version() {
        return version;
    }

    void grow() {
        version++;
    }
}
