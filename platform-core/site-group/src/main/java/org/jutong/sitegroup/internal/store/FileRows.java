package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.jutong.persistence.DuplicateKey;
import org.jutong.persistence.Store;
import org.jutong.sitegroup.StoredFile;

/** The stored files. */
public final class FileRows {

    private final Store store;

    /** Over the site group's tables. */
    public FileRows(Store store) {
        this.store = store;
    }

    /** Keeps a file; a content that is there already is not stored again. */
    public StoredFile add(String name, String type, String sha256, byte[] content, String by, Instant at) {
        keepContent(sha256, content);
        return store.write(em -> {
            FileRow row = new FileRow(name, type, content.length, sha256, by, at);
            em.persist(row);
            em.flush();
            return row.file();
        });
    }

    /** A file to be kept. */
    public record Content(String name, String type, String sha256, byte[] bytes) {}

    /**
     * Keeps files that are in use from the beginning, with what refers to them, in one transaction; not to be called
     * inside another one, because it begins anew where somebody keeps the same content at the same moment.
     */
    <R> R using(List<Content> contents, String by, Instant at, BiFunction<EntityManager, List<StoredFile>, R> user) {
        try {
            return store.write(em -> user.apply(em, add(em, contents, by, at)));
        } catch (DuplicateKey raced) {
            return store.write(em -> user.apply(em, add(em, contents, by, at)));
        }
    }

    /** Inside the transaction of whoever refers to them; begins anew where somebody keeps the same at the same moment. */
    static List<StoredFile> add(EntityManager em, List<Content> contents, String by, Instant at) {
        Set<String> present = new HashSet<>();
        List<StoredFile> kept = new ArrayList<>();
        for (Content each : contents) {
            if (present.add(each.sha256()) && em.find(BlobRow.class, each.sha256()) == null) {
                em.persist(new BlobRow(each.sha256(), each.bytes()));
            }
            FileRow row = new FileRow(each.name(), each.type(), each.bytes().length, each.sha256(), by, at);
            row.use();
            em.persist(row);
            kept.add(row.file());
        }
        em.flush();
        return kept;
    }

    private void keepContent(String sha256, byte[] content) {
        try {
            store.change(em -> {
                if (em.find(BlobRow.class, sha256) == null) {
                    em.persist(new BlobRow(sha256, content));
                }
            });
        } catch (DuplicateKey raced) {
            // somebody kept the very same content at the same moment
        }
    }

    /** The file, or empty. */
    public Optional<StoredFile> find(long id) {
        return store.read(em -> Optional.ofNullable(em.find(FileRow.class, id)).map(FileRow::file));
    }

    /** Those of the numbers that are files of this person. */
    public List<Long> ofPerson(List<Long> ids, String person) {
        return store.read(em -> ids.stream()
                .filter(id -> Optional.ofNullable(em.find(FileRow.class, id))
                        .filter(row -> row.isFrom(person))
                        .isPresent())
                .toList());
    }

    /** The content of this hash. */
    public byte[] content(String sha256) {
        return store.read(em -> em.find(BlobRow.class, sha256).content());
    }

    /** Says that something refers to the file from now on. */
    public void use(long id) {
        store.change(em -> em.find(FileRow.class, id).use());
    }

    /** Removes what nothing refers to, where it was kept before this time. */
    public int removeUnused(Instant before) {
        return store.write(em -> {
            int removed = em.createQuery("DELETE FROM SiteFile f WHERE f.inUse = :used AND f.keptAt < :before")
                    .setParameter("used", false)
                    .setParameter("before", before)
                    .executeUpdate();
            em.createQuery(
                            "DELETE FROM SiteBlob b WHERE NOT EXISTS (SELECT f FROM SiteFile f WHERE f.sha256 = b.sha256)")
                    .executeUpdate();
            return removed;
        });
    }
}
