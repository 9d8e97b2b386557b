package org.jutong.sitegroup.internal.store;

import java.util.List;
import javax.persistence.LockModeType;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.WordList.Word;
import org.jutong.sitegroup.WordList.Words;

/** The stored list of words. */
public final class WordRows {

    private final Store store;

    /** Over the site group's tables. */
    public WordRows(Store store) {
        this.store = store;
    }

    /** All of them. */
    public Words all() {
        return store.read(em -> new Words(
                em.find(WordListRow.class, WordListRow.ONLY).version(),
                em.createQuery("SELECT w FROM Word w ORDER BY w.word", WordRow.class)
                        .getResultStream()
                        .map(WordRow::word)
                        .toList()));
    }

    /** These and no others. */
    public Words replace(int version, List<Word> words) {
        return store.write(em -> {
            WordListRow list = em.find(WordListRow.class, WordListRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
            if (list.version() != version) {
                throw Problem.conflict("version_conflict");
            }
            list.grow();
            em.createQuery("DELETE FROM Word w").executeUpdate();
            words.forEach(word -> em.persist(new WordRow(word)));
            em.flush();
            return new Words(list.version(), words);
        });
    }
}
