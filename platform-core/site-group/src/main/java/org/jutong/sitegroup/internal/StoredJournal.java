package org.jutong.sitegroup.internal;

import java.util.Collection;
import java.util.List;
import org.jutong.persistence.Store;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.internal.store.JournalRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal in the site group's tables. */
@Component(service = ArticleJournal.class)
public final class StoredJournal implements ArticleJournal {

    private final JournalRows rows;

    /** Over the site group's tables. */
    @Activate
    public StoredJournal(@Reference(target = "(osgi.unit.name=sitegroup)") Store store) {
        this.rows = new JournalRows(store);
    }

    @Override
    public List<Change> between(long from, long to, int limit) {
        return rows.between(from, to, limit);
    }

    @Override
    public long settled() {
        return rows.settled();
    }

    @Override
    public boolean reaches(long number) {
        return rows.first() <= number + 1;
    }

    @Override
    public List<Published> read(Collection<Long> articles) {
        return rows.read(articles);
    }

    @Override
    public List<Published> published(long after, int limit) {
        return rows.published(after, limit);
    }

    @Override
    public long count() {
        return rows.count();
    }
}
