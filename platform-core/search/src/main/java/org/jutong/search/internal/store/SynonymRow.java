package org.jutong.search.internal.store;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity(name = "Synonym")
@Table(name = "SE_SYNONYM")
class SynonymRow {

    /** No word has one: words are without blanks. */
    private static final String BETWEEN = " ";

    @Id
    @Column(name = "LINE_NO")
    private int line;

    private String words;

    protected SynonymRow() {}

    SynonymRow(int line, List<String> words) {
        this.line = line;
        this.words = String.join(BETWEEN, words);
    }

    List<String> words() {
        return List.of(words.split(BETWEEN));
    }
}
