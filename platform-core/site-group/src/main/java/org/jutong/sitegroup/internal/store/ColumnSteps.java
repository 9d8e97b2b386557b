package org.jutong.sitegroup.internal.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import org.jutong.columns.drift.SiteColumn;
import org.jutong.columns.drift.Step;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;

/** Takes steps on the columns of a site and what is in them, inside a transaction. */
final class ColumnSteps {

    private static final String SITE = "site";
    private static final String FROM = "from";
    private static final String INTO = "into";

    /** So many numbers fit into one statement of every database. */
    private static final int MANY = 500;

    private final EntityManager em;
    private final SiteCode site;
    private final UnaryOperator<Column> described;
    private final OptionalLong migration;

    /**
     * @param described puts in description and keywords
     * @param migration the one that the steps belong to and under which is remembered what it takes to go back; empty for
     *     steps that nothing takes back
     */
    ColumnSteps(EntityManager em, SiteCode site, UnaryOperator<Column> described, OptionalLong migration) {
        this.em = em;
        this.site = site;
        this.described = described;
        this.migration = migration;
    }

    /** Takes them in order; what is said of the columns besides is brought up to date as well. */
    void takeAll(List<Step> steps) {
        steps.forEach(this::take);
        em.flush();
        em.clear();
        em.createQuery("SELECT c FROM SiteColumn c WHERE c.site = :site AND c.retired = :no", ColumnRow.class)
                .setParameter(SITE, site.value())
                .setParameter("no", false)
                .getResultStream()
                .forEach(row -> row.fill(described.apply(row.column())));
        em.flush();
    }

    private void take(Step step) {
        if (step instanceof Step.Add s) {
            bring(s.column());
        } else if (step instanceof Step.Retire s) {
            row(s.key()).retire(null);
        } else if (step instanceof Step.Rename s) {
            rename(s);
        } else if (step instanceof Step.Move s) {
            change(
                    s.key(),
                    c -> new Column(
                            site,
                            c.key(),
                            c.name(),
                            s.newParent(),
                            c.type(),
                            c.description(),
                            c.keywords(),
                            c.clock(),
                            s.newOrder()));
        } else if (step instanceof Step.Retype s) {
            change(
                    s.key(),
                    c -> new Column(
                            site,
                            c.key(),
                            c.name(),
                            c.parent(),
                            s.newType(),
                            c.description(),
                            c.keywords(),
                            c.clock(),
                            c.position()));
        } else if (step instanceof Step.Reclock s) {
            change(
                    s.key(),
                    c -> new Column(
                            site,
                            c.key(),
                            c.name(),
                            c.parent(),
                            c.type(),
                            c.description(),
                            c.keywords(),
                            s.newClock(),
                            c.position()));
        } else if (step instanceof Step.MergeInto s) {
            migration.ifPresent(id -> remember(s.key(), id));
            row(s.key()).retire(s.target());
            moveAll(s.key(), s.target());
        } else if (step instanceof Step.SplitFrom s) {
            bring(s.column());
            moveBack(s.target(), s.column().key());
        }
    }

    private void rename(Step.Rename s) {
        Column before = row(s.key()).column();
        Column renamed = new Column(
                site,
                s.newKey(),
                s.newName(),
                before.parent(),
                before.type(),
                before.description(),
                before.keywords(),
                before.clock(),
                before.position());
        if (s.key().equals(s.newKey())) {
            change(s.key(), c -> renamed);
            return;
        }
        put(described.apply(renamed));
        row(s.key()).rename(s.newKey());
        moveAll(s.key(), s.newKey());
        em.createQuery("UPDATE SiteColumn c SET c.parent = :into WHERE c.site = :site AND c.parent = :from")
                .setParameter(INTO, s.newKey())
                .setParameter(SITE, site.value())
                .setParameter(FROM, s.key())
                .executeUpdate();
        em.clear();
    }

    private void bring(SiteColumn c) {
        put(described.apply(new Column(site, c.key(), c.name(), c.parent(), c.type(), "", "", c.clock(), c.order())));
    }

    private void put(Column column) {
        ColumnRow present = em.find(ColumnRow.class, new ColumnRow.Key(site.value(), column.key()));
        if (present == null) {
            em.persist(new ColumnRow(column));
        } else {
            present.use(column);
        }
        em.flush();
    }

    private void change(String key, UnaryOperator<Column> changed) {
        ColumnRow row = row(key);
        row.fill(changed.apply(row.column()));
    }

    private ColumnRow row(String key) {
        return Optional.ofNullable(em.find(ColumnRow.class, new ColumnRow.Key(site.value(), key)))
                .orElseThrow(() -> new IllegalStateException("Site " + site + " has no column " + key));
    }

    private void remember(String key, long id) {
        Set<Long> shown = new HashSet<>(em.createQuery(
                        "SELECT p.article FROM Placement p WHERE p.site = :site AND p.column = :from", Long.class)
                .setParameter(SITE, site.value())
                .setParameter(FROM, key)
                .getResultList());
        Set<Long> written = new HashSet<>(
                em.createQuery("SELECT a.id FROM Article a WHERE a.owner = :site AND a.column = :from", Long.class)
                        .setParameter(SITE, site.value())
                        .setParameter(FROM, key)
                        .getResultList());
        Set<Long> all = new TreeSet<>(shown);
        all.addAll(written);
        all.forEach(each -> em.persist(new MergedRow(id, key, each, shown.contains(each), written.contains(each))));
    }

    private void moveAll(String from, String into) {
        ArticleChanges.noteAll(em, site, from);
        for (String statement : List.of(
                "UPDATE ArticleVersion v SET v.column = :into WHERE v.column = :from"
                        + " AND v.article IN (SELECT a.id FROM Article a WHERE a.owner = :site)",
                "UPDATE Placement p SET p.column = :into WHERE p.site = :site AND p.column = :from",
                "UPDATE Article a SET a.column = :into WHERE a.owner = :site AND a.column = :from")) {
            em.createQuery(statement)
                    .setParameter(INTO, into)
                    .setParameter(SITE, site.value())
                    .setParameter(FROM, from)
                    .executeUpdate();
        }
    }

    /** What was moved on since stays where it is now. */
    private void moveBack(String from, String into) {
        ArticleChanges.noteAll(em, site, from);
        List<MergedRow> merged = em.createQuery(
                        "SELECT m FROM SiteMerged m WHERE m.migration = :migration AND m.column = :into",
                        MergedRow.class)
                .setParameter("migration", migration.orElseThrow())
                .setParameter(INTO, into)
                .getResultList();
        for (int at = 0; at < merged.size(); at += MANY) {
            List<MergedRow> some = merged.subList(at, Math.min(at + MANY, merged.size()));
            moveBack(
                    "UPDATE Placement p SET p.column = :into WHERE p.site = :site AND p.column = :from"
                            + " AND p.article IN :articles",
                    some.stream()
                            .filter(MergedRow::isShown)
                            .map(MergedRow::article)
                            .toList(),
                    from,
                    into);
            moveBack(
                    "UPDATE Article a SET a.column = :into WHERE a.owner = :site AND a.column = :from"
                            + " AND a.id IN :articles",
                    some.stream()
                            .filter(MergedRow::isWritten)
                            .map(MergedRow::article)
                            .toList(),
                    from,
                    into);
        }
    }

    private void moveBack(String statement, List<Long> articles, String from, String into) {
        if (!articles.isEmpty()) {
            em.createQuery(statement)
                    .setParameter(INTO, into)
                    .setParameter(SITE, site.value())
                    .setParameter(FROM, from)
                    .setParameter("articles", articles)
                    .executeUpdate();
        }
    }
}
