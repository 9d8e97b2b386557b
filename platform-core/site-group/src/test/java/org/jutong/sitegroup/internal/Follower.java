package org.jutong.sitegroup.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jutong.persistence.Store;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ArticleJournal.Published;
import org.jutong.sitegroup.JournalReader;

/** Keeps a copy of what readers have by the journal alone. */
public final class Follower {

    private final ArticleJournal journal;
    private final JournalReader reader;
    private final Map<Long, Published> copy = new TreeMap<>();

    /** From the beginning. */
    public Follower(Store store) {
        journal = new StoredJournal(store);
        reader = new JournalReader(journal, Clock.systemUTC(), 0);
        follow();
    }

    /** The articles that changed since the last time. */
    public List<Long> follow() {
        List<Long> all = new ArrayList<>();
        for (List<Long> some = reader.next(100); !some.isEmpty(); some = reader.next(100)) {
            some.forEach(copy::remove);
            journal.read(some).stream()
                    .filter(each -> !each.places().isEmpty())
                    .forEach(each -> copy.put(each.article().id(), each));
            all.addAll(some);
        }
        return all;
    }

    /** What the copy says. */
    public List<Published> copy() {
        return List.copyOf(copy.values());
    }

    /** What is true. */
    public List<Published> truth() {
        return journal.published(0, 500).stream()
                .filter(each -> !each.places().isEmpty())
                .toList();
    }
}
