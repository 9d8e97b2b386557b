package org.jutong.sitegroup.internal.store;

import java.util.Optional;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.sitegroup.WordList.Kind;
import org.jutong.sitegroup.WordList.Word;

@Entity(name = "Word")
@Table(name = "SG_WORD")
class WordRow {

    @Id
    private String word;

    private String kind;

    private String better;

    protected WordRow() {}

    WordRow(Word word) {
        this.word = word.word();
        this.kind = word.kind().name();
        this.better = word.better().orElse(null);
    }

    Word word() {
        return new Word(word, Kind.valueOf(kind), Optional.ofNullable(better));
    }
}
