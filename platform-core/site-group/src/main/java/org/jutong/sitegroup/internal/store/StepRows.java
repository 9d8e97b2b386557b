package org.jutong.sitegroup.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.StoredFile;

/** The stored steps of the sites' lives. */
public final class StepRows {

    private final Store store;

    /** Over the site group's tables. */
    public StepRows(Store store) {
        this.store = store;
    }

    /** Keeps the step and what it makes of the site, in one transaction. */
    public void add(NewStep step, Site after) {
        store.change(em -> {
            SiteRow site = em.find(SiteRow.class, after.code().value());
            if (site.site().state().isPublic() != after.state().isPublic()) {
                ArticleChanges.noteAll(em, after.code());
            }
            site.fill(after);
            add(em, step);
        });
    }

    /** Keeps a step that leaves the site as it is. */
    public void add(NewStep step) {
        store.change(em -> add(em, step));
    }

    static void add(EntityManager em, NewStep step) {
        StepRow row = new StepRow(step);
        em.persist(row);
        if (!step.documents().isEmpty()) {
            em.flush();
            step.documents().forEach(file -> {
                em.find(FileRow.class, file).use();
                em.persist(new StepFileRow(row.id(), file));
            });
        }
    }

    /**
     * Sends what waits to the database and forgets it: of many steps in one transaction none looks at what those before
     * it have touched.
     */
    public void settle() {
        store.change(em -> {
            em.flush();
            em.clear();
        });
    }

    /**
     * Locks the site's row and answers its state, so that of two steps at the same moment the second sees what the
     * first made of it.
     *
     * @throws Problem {@code site_not_found}
     */
    public SiteState lock(SiteCode site) {
        return store.write(em -> Optional.ofNullable(
                        em.find(SiteRow.class, site.value(), javax.persistence.LockModeType.PESSIMISTIC_WRITE))
                .map(row -> row.site().state())
                .orElseThrow(() -> Problem.notFound("site_not_found", site.value())));
    }

    /** The site's steps, oldest first. */
    public List<Step> of(SiteCode site) {
        return store.read(em -> {
            Map<Long, List<StoredFile>> documents = documents(em, site);
            return em.createQuery("SELECT s FROM SiteStep s WHERE s.site = :site ORDER BY s.id", StepRow.class)
                    .setParameter("site", site.value())
                    .getResultStream()
                    .map(row -> row.step(List.copyOf(documents.getOrDefault(row.id(), List.of()))))
                    .toList();
        });
    }

    private static Map<Long, List<StoredFile>> documents(EntityManager em, SiteCode site) {
        return em.createQuery(
                        "SELECT d.step, f FROM SiteStepFile d, SiteFile f, SiteStep s"
                                + " WHERE d.step = s.id AND f.id = d.file AND s.site = :site ORDER BY f.id",
                        Object[].class)
                .setParameter("site", site.value())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.mapping(row -> ((FileRow) row[1]).file(), Collectors.toCollection(ArrayList::new))));
    }
}
