package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.PushRules.Fault;
import org.jutong.sitegroup.PushRules.Rule;
import org.jutong.sitegroup.PushRules.Terms;
import org.jutong.sitegroup.Pushes.Push;

/** The stored rules, what they did, and how far they came. */
public final class PushRuleRows {

    private final Store store;

    /** Over the site group's tables. */
    public PushRuleRows(Store store) {
        this.store = store;
    }

    /** What decides whether an article fits. */
    public record Marks(long article, SiteCode owner, String column, Optional<String> subject) {

        /** Those of this article. */
        public static Marks of(Article article) {
            return new Marks(
                    article.id(),
                    article.owner(),
                    article.column(),
                    article.document().subject());
        }
    }

    /** Adds one. */
    public Rule add(Terms terms, Actor by, Instant at) {
        return store.write(em -> {
            PushRuleRow row = new PushRuleRow(terms, by, at);
            em.persist(row);
            em.flush();
            return row.rule(0);
        });
    }

    /** Changes one; what could not be pushed before is forgotten, for other terms are tried. */
    public Rule change(long id, int version, Terms terms, boolean active, Actor by, Instant at) {
        return store.write(em -> {
            PushRuleRow row = locked(em, id);
            if (row.version() != version) {
                throw Problem.conflict("version_conflict");
            }
            row.say(terms, active, by, at);
            em.flush();
            forget(em, id);
            return row.rule(0);
        });
    }

    /** Removes one. */
    public void remove(long id) {
        store.change(em -> {
            em.remove(locked(em, id));
            forget(em, id);
        });
    }

    private static PushRuleRow locked(EntityManager em, long id) {
        PushRuleRow row = em.find(PushRuleRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound("push_rule_not_found", String.valueOf(id));
        }
        return row;
    }

    private static void forget(EntityManager em, long rule) {
        em.createQuery("DELETE FROM PushRuleFault f WHERE f.rule = :rule")
                .setParameter("rule", rule)
                .executeUpdate();
    }

    /** All of them, by number. */
    public List<Rule> all() {
        return store.read(em -> {
            Map<Long, Integer> faults = em.createQuery(
                            "SELECT f.rule, COUNT(f.article) FROM PushRuleFault f GROUP BY f.rule", Object[].class)
                    .getResultStream()
                    .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
            return em.createQuery("SELECT r FROM PushRule r ORDER BY r.id", PushRuleRow.class)
                    .getResultStream()
                    .map(row -> row.rule(0))
                    .map(rule -> new Rule(
                            rule.id(),
                            rule.version(),
                            rule.terms(),
                            rule.active(),
                            rule.by(),
                            rule.at(),
                            faults.getOrDefault(rule.id(), 0)))
                    .toList();
        });
    }

    /** Its pushes, newest first. */
    public List<Push> pushes(long rule, long before, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT p FROM Push p WHERE p.rule = :rule AND p.id < :before ORDER BY p.id DESC",
                        PushRow.class)
                .setParameter("rule", rule)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(PushRow::push)
                .toList());
    }

    /** What it could not push, newest first. */
    public List<Fault> faults(long rule, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT f.article, a.title, f.code, f.seenAt FROM PushRuleFault f, Article a"
                                + " WHERE f.rule = :rule AND a.id = f.article ORDER BY f.seenAt DESC, f.article DESC",
                        Object[].class)
                .setParameter("rule", rule)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Fault((Long) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList());
    }

    /** This article could not be pushed by it. */
    public void failed(long rule, long article, String code, Instant at) {
        store.change(em -> {
            if (em.find(PushRuleRow.class, rule) != null) {
                em.merge(new PushRuleFaultRow(rule, article, code, at));
            }
        });
    }

    /** This one was. */
    public void pushed(long rule, long article) {
        store.change(em -> em.createQuery("DELETE FROM PushRuleFault f WHERE f.rule = :rule AND f.article = :article")
                .setParameter("rule", rule)
                .setParameter("article", article)
                .executeUpdate());
    }

    /** Published articles behind this one, by number. */
    public List<Marks> published(long after, int limit) {
        return store.read(em -> em.createQuery(
                        "SELECT a.id, a.owner, a.column, a.subjectClass FROM Article a"
                                + " WHERE a.id > :after AND a.state = :state ORDER BY a.id",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("state", Article.State.PUBLISHED.name())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Marks(
                        (Long) row[0], new SiteCode((String) row[1]), (String) row[2], Optional.ofNullable((String)
                                row[3])))
                .toList());
    }

    /** Up to which line of the journal the rules were applied; empty before the first. */
    public Optional<Long> cursor() {
        return store.read(em -> Optional.ofNullable(em.find(PushRuleCursorRow.class, PushRuleCursorRow.ONLY))
                .map(PushRuleCursorRow::line));
    }

    /** They were applied up to here. */
    public void keep(long line) {
        store.change(em -> Optional.ofNullable(
                        em.find(PushRuleCursorRow.class, PushRuleCursorRow.ONLY, LockModeType.PESSIMISTIC_WRITE))
                .ifPresentOrElse(row -> row.advance(line), () -> em.persist(new PushRuleCursorRow(line))));
    }
}
