package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.columns.drift.MigrationPlan;
import org.jutong.columns.drift.Step;
import org.jutong.persistence.Store;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.internal.standard.StepLine;

/** Versions of the standard, and the migrations of sites. */
public final class StandardRows {

    private final Store store;

    /** Over the site group's tables. */
    public StandardRows(Store store) {
        this.store = store;
    }

    /** The numbers of the versions that were added. */
    public List<String> versions() {
        return store.read(em -> em.createQuery("SELECT s.version FROM SiteStandard s", String.class)
                .getResultList());
    }

    /** The file of a version that was added. */
    public String content(String version) {
        return store.read(em -> em.find(StandardRow.class, version).content());
    }

    /** Adds a version. */
    public void add(String version, String content, String by, Instant at) {
        store.change(em -> em.persist(new StandardRow(version, content, by, at)));
    }

    /** The version that each site has. */
    public Map<SiteCode, String> bySite() {
        return store.read(em -> {
            Map<SiteCode, String> found = new HashMap<>();
            em.createQuery("SELECT s.code, s.standard FROM Site s", Object[].class)
                    .getResultStream()
                    .forEach(row -> found.put(new SiteCode((String) row[0]), (String) row[1]));
            return found;
        });
    }

    /** The version that the site has. */
    public String of(SiteCode site) {
        return store.read(em -> em.find(SiteRow.class, site.value()).standard());
    }

    /** Who migrates, when and why. */
    public record By(String name, Instant at, String reason) {}

    /** What was done: the version before, the steps taken, and the columns then. */
    public record Taken(String before, List<Step> steps, SiteColumns columns) {}

    /**
     * Takes a site to a version, while nobody else changes its columns.
     *
     * @param plan from the columns that the site has
     * @param described puts in what the standard says of a column besides its place
     */
    public Taken migrate(
            SiteCode site, Function<List<Column>, MigrationPlan> plan, UnaryOperator<Column> described, By by) {
        return store.write(em -> {
            SiteRow row = em.find(SiteRow.class, site.value(), LockModeType.PESSIMISTIC_WRITE);
            String before = row.standard();
            MigrationPlan way = plan.apply(SiteColumns.of(em, site).columns());
            if (!way.steps().isEmpty() || !before.equals(way.version())) {
                List<StepLine> lines = way.steps().stream().map(StepLine::of).toList();
                MigrationRow made = new MigrationRow(site.value(), before, lines, by.name(), by.at(), by.reason());
                em.persist(made);
                row.standard(way.version());
                em.flush();
                new ColumnSteps(em, site, described, OptionalLong.of(made.id())).takeAll(way.steps());
            }
            return new Taken(before, way.steps(), SiteColumns.of(em, site));
        });
    }

    /**
     * Takes the last migration of the site back; empty where there is none.
     *
     * @param described by the version that the site had before, as for {@link #migrate}
     * @throws Problem {@code own_columns_in_the_way} where a column would go below which the site has one of its own
     */
    public Optional<Taken> takeBack(SiteCode site, Function<String, UnaryOperator<Column>> described) {
        return store.write(em -> {
            SiteRow row = em.find(SiteRow.class, site.value(), LockModeType.PESSIMISTIC_WRITE);
            Optional<MigrationRow> last = em.createQuery(
                            "SELECT m FROM SiteMigration m WHERE m.site = :site ORDER BY m.id DESC", MigrationRow.class)
                    .setParameter("site", site.value())
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst();
            return last.map(made -> {
                String before = row.standard();
                List<Step> steps = new MigrationPlan(
                                before,
                                made.steps().stream().map(StepLine::step).toList())
                        .inverse(made.fromVersion())
                        .steps();
                row.standard(made.fromVersion());
                em.flush();
                new ColumnSteps(em, site, described.apply(made.fromVersion()), OptionalLong.of(made.id()))
                        .takeAll(steps);
                forget(em, made.id());
                SiteColumns columns = SiteColumns.of(em, site);
                requireNoneLeftBehind(columns.columns());
                return new Taken(before, steps, columns);
            });
        });
    }

    private static void requireNoneLeftBehind(List<Column> columns) {
        Set<String> keys = columns.stream().map(Column::key).collect(Collectors.toSet());
        List<Column> left = columns.stream()
                .filter(c -> c.parent().filter(above -> !keys.contains(above)).isPresent())
                .toList();
        if (!left.isEmpty()) {
            throw Problem.conflict(
                    "own_columns_in_the_way", left.stream().map(Column::name).collect(Collectors.joining("、")));
        }
    }

    private static void forget(EntityManager em, long migration) {
        em.createQuery("DELETE FROM SiteMerged m WHERE m.migration = :id")
                .setParameter("id", migration)
                .executeUpdate();
        em.createQuery("DELETE FROM SiteMigration m WHERE m.id = :id")
                .setParameter("id", migration)
                .executeUpdate();
    }
}
