package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Archive;

/** The stored archives, in pieces. */
public final class ArchiveRows {

    private final Store store;

    /** Over the site group's tables. */
    public ArchiveRows(Store store) {
        this.store = store;
    }

    /** A new one, without content; nobody sees it before it is complete. */
    public long begin(SiteCode site, Archive.Purpose purpose, String name, String by, Instant at) {
        return store.write(em -> {
            ArchiveRow row = new ArchiveRow(site, purpose, name, by, at);
            em.persist(row);
            em.flush();
            return row.id();
        });
    }

    /** Adds its next piece. */
    public void add(long archive, int piece, byte[] content) {
        store.change(em -> em.persist(new ArchivePieceRow(archive, piece, content)));
    }

    /** All is there. */
    public Archive complete(long archive, long bytes, String sha256) {
        return store.write(em -> {
            ArchiveRow row = em.find(ArchiveRow.class, archive);
            row.complete(bytes, sha256);
            return row.archive();
        });
    }

    /** The archive of this site, or empty. */
    public Optional<Archive> find(SiteCode site, long id) {
        return of(site).stream().filter(archive -> archive.id() == id).findFirst();
    }

    /** Those of the site, newest first. */
    public List<Archive> of(SiteCode site) {
        return store.read(em -> em.createQuery(
                        "SELECT a FROM SiteArchive a WHERE a.site = :site AND a.complete = :complete ORDER BY a.id DESC",
                        ArchiveRow.class)
                .setParameter("site", site.value())
                .setParameter("complete", true)
                .getResultStream()
                .map(ArchiveRow::archive)
                .toList());
    }

    /** One of its pieces, from 0; empty after the last. */
    public Optional<byte[]> piece(long archive, int piece) {
        return store.read(
                em -> Optional.ofNullable(em.find(ArchivePieceRow.class, new ArchivePieceRow.Key(archive, piece)))
                        .map(ArchivePieceRow::content));
    }

    /** Removes one with its content. */
    public void remove(long archive) {
        store.change(em -> {
            em.createQuery("DELETE FROM SiteArchivePiece p WHERE p.archive = :archive")
                    .setParameter("archive", archive)
                    .executeUpdate();
            em.createQuery("DELETE FROM SiteArchive a WHERE a.id = :archive")
                    .setParameter("archive", archive)
                    .executeUpdate();
        });
    }

    /** Those that were made before this time, or were never completed and begun before that one. */
    public List<Long> old(Instant made, Instant begun) {
        return store.read(em -> em.createQuery(
                        "SELECT a.id FROM SiteArchive a WHERE a.madeAt < :made"
                                + " OR a.complete = :complete AND a.madeAt < :begun",
                        Long.class)
                .setParameter("made", made)
                .setParameter("complete", false)
                .setParameter("begun", begun)
                .getResultList());
    }
}
