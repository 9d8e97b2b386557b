package org.jutong.search.internal.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jutong.search.internal.attached.Attachments;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ArticleJournal.Published;

/** A new index being built from all published articles. */
final class IndexBuild {

    private static final int LOT = 500;

    private final ArticleJournal journal;
    private final Attachments attachments;
    private final Path folder;
    private final BooleanSupplier stopped;
    private final long cursor;
    private final long total;
    private volatile long done;

    IndexBuild(ArticleJournal journal, Attachments attachments, Path folder, BooleanSupplier stopped) {
        this.journal = journal;
        this.attachments = attachments;
        this.folder = folder;
        this.stopped = stopped;
        // before anything is read: what changes from here on is put in afterwards
        this.cursor = journal.settled();
        this.total = journal.count();
    }

    ArticleIndex make() throws IOException {
        ArticleIndex made = new ArticleIndex(folder, attachments);
        try {
            long last = 0;
            for (List<Published> some = journal.published(last, LOT);
                    !some.isEmpty() && !stopped.getAsBoolean();
                    some = journal.published(last, LOT)) {
                made.add(some);
                last = some.get(some.size() - 1).article().id();
                done += some.size();
            }
            made.refresh();
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    /** From where the journal is to be read. */
    long cursor() {
        return cursor;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }
}
