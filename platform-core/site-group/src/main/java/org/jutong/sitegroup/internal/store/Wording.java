package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Versions.Version;

/** The texts of one article, inside the transaction of whoever holds the article's lock, or of a reader. */
final class Wording {

    private Wording() {}

    /** The article with its newest text. */
    static Article newest(EntityManager em, ArticleRow row) {
        return row.hasUnshown() ? row.article().saying(text(em, row, row.newest())) : row.article();
    }

    /** The next text: of a published article it waits as a correction, of any other it takes the old one's place. */
    static void next(EntityManager em, ArticleRow row, Draft draft, String by, Instant at, String note) {
        if (row.isPublished()) {
            row.correct(by, at);
            em.persist(new VersionRow(row.id(), row.newest(), draft, by, at, note));
        } else {
            keep(em, row);
            row.rewrite(draft, by, at, note);
        }
    }

    /** The newest text takes the place of the one in the article's row. */
    static void show(EntityManager em, ArticleRow row, Instant at) {
        keep(em, row);
        row.show(em.find(VersionRow.class, new VersionRow.Key(row.id(), row.newest())), at);
    }

    /** The text in the article's row gets a row of its own, so that another can take its place. */
    static void keep(EntityManager em, ArticleRow row) {
        if (em.find(VersionRow.class, new VersionRow.Key(row.id(), row.number())) == null) {
            em.persist(row.version());
        }
    }

    /** Who wrote what readers do not see yet. */
    static Set<String> writers(EntityManager em, ArticleRow row) {
        Set<String> writers = new HashSet<>(em.createQuery(
                        "SELECT v.by FROM ArticleVersion v WHERE v.article = :article AND v.number > :shown",
                        String.class)
                .setParameter("article", row.id())
                .setParameter("shown", row.isPublished() ? row.number() : 0)
                .getResultList());
        if (!row.isPublished()) {
            writers.add(row.version().by());
        }
        return writers;
    }

    static List<Version> all(EntityManager em, ArticleRow row) {
        List<VersionRow> kept = em.createQuery(
                        "SELECT v FROM ArticleVersion v WHERE v.article = :article", VersionRow.class)
                .setParameter("article", row.id())
                .getResultList();
        Stream<VersionRow> own =
                kept.stream().anyMatch(each -> each.number() == row.number()) ? Stream.of() : Stream.of(row.version());
        return Stream.concat(kept.stream(), own)
                .sorted((a, b) -> Integer.compare(b.number(), a.number()))
                .map(each -> each.version(isShown(row, each.number())))
                .toList();
    }

    static Optional<Version> one(EntityManager em, ArticleRow row, int number) {
        return Optional.ofNullable(em.find(VersionRow.class, new VersionRow.Key(row.id(), number)))
                .or(() -> Optional.of(row.version()).filter(own -> own.number() == number))
                .map(each -> each.version(isShown(row, number)));
    }

    private static boolean isShown(ArticleRow row, int number) {
        return row.isPublished() && row.number() == number;
    }

    private static Draft text(EntityManager em, ArticleRow row, int number) {
        return em.find(VersionRow.class, new VersionRow.Key(row.id(), number)).text();
    }
}
