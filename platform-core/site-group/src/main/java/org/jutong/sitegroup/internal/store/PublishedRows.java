package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.Reading.Entry;

/** What is published where; each list reads a range of the one index over site, column and time. */
public final class PublishedRows {

    private static final String ENTRY = "SELECT p.article, p.title, p.published FROM Placement p ";
    private static final String IN_COLUMN = "WHERE p.site = :site AND p.column = :column ";

    private final BeijingTime time = new BeijingTime();
    private final Store store;

    /** Over the site group's tables. */
    public PublishedRows(Store store) {
        this.store = store;
    }

    /** An article with its neighbours. */
    public record Found(Article article, String column, Optional<Entry> previous, Optional<Entry> next, Facts facts) {}

    /**
     * A part of the columns' articles: {@code newest} first and counted from there, or else the oldest first. One range of
     * the index for each column, however many are skipped; titles are read of those alone that are asked for.
     */
    public List<Entry> part(SiteCode site, List<String> columns, boolean newest, int offset, int limit) {
        String order = newest ? "PUBLISHED DESC, ARTICLE DESC" : "PUBLISHED, ARTICLE";
        String range =
                "SELECT * FROM (SELECT ARTICLE, PUBLISHED FROM SG_PLACEMENT WHERE SITE = ? AND COL_KEY = ? ORDER BY "
                        + order + " FETCH FIRST " + ((long) offset + limit) + " ROWS ONLY) R";
        return store.read(em -> {
            List<?> found = overColumns(
                            em,
                            site,
                            columns,
                            range,
                            ranges -> "SELECT ARTICLE FROM (" + ranges + ") U ORDER BY " + order + " OFFSET " + offset
                                    + " ROWS FETCH NEXT " + limit + " ROWS ONLY")
                    .getResultList();
            List<Long> ids = found.stream().map(id -> ((Number) id).longValue()).toList();
            return ids.isEmpty()
                    ? List.of()
                    : inOrder(
                            ids,
                            entries(em.createQuery(ENTRY + "WHERE p.site = :site AND p.article IN :ids", Object[].class)
                                    .setParameter("site", site.value())
                                    .setParameter("ids", ids)));
        });
    }

    private static List<Entry> inOrder(List<Long> ids, List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingInt(entry -> ids.indexOf(entry.id())))
                .toList();
    }

    /** How many articles are in each column of the site that has any. */
    public Map<String, Integer> counts(SiteCode site) {
        return store.read(em -> em.createQuery(
                        "SELECT p.column, COUNT(p.article) FROM Placement p WHERE p.site = :site GROUP BY p.column",
                        Object[].class)
                .setParameter("site", site.value())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }

    /**
     * The newest articles of each column that has any. One statement of one range per column: Derby has no
     * {@code PARTITION BY}, and a plain query would read all that the site ever published.
     */
    public Map<String, List<Entry>> latestByColumn(SiteCode site, List<String> columns, int limit) {
        String range = "SELECT * FROM (SELECT COL_KEY, ARTICLE, TITLE, PUBLISHED FROM SG_PLACEMENT"
                + " WHERE SITE = ? AND COL_KEY = ? ORDER BY PUBLISHED DESC, ARTICLE DESC"
                + " FETCH FIRST " + Math.max(1, limit) + " ROWS ONLY) R";
        return store.read(em -> {
            Map<String, List<Entry>> found = new LinkedHashMap<>();
            Query query = overColumns(em, site, columns, range, ranges -> ranges);
            for (Object row : query.getResultList()) {
                Object[] cells = (Object[]) row;
                Instant published = time.convertToEntityAttribute((java.sql.Timestamp) cells[3]);
                found.computeIfAbsent((String) cells[0], c -> new ArrayList<>())
                        .add(new Entry(((Number) cells[1]).longValue(), (String) cells[2], published));
            }
            return found;
        });
    }

    /** A query over one range of each column, whose two parameters are site and column. */
    private static Query overColumns(
            EntityManager em, SiteCode site, List<String> columns, String range, UnaryOperator<String> around) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ALL ").append(range).append(i);
        }
        Query query = em.createNativeQuery(around.apply(sql.toString()));
        for (int i = 0; i < columns.size(); i++) {
            query.setParameter(2 * i + 1, site.value());
            query.setParameter(2 * i + 2, columns.get(i));
        }
        return query;
    }

    /** The article as it is on the site, or empty where it is not. */
    public Optional<Found> article(SiteCode site, long id) {
        return store.read(em -> {
            PlacementRow placed = em.find(PlacementRow.class, new PlacementRow.Key(id, site.value()));
            if (placed == null) {
                return Optional.empty();
            }
            ArticleRow row = em.find(ArticleRow.class, id);
            return Optional.of(new Found(
                    row.article(),
                    placed.column(),
                    neighbour(em, site, id, placed, ">", "ASC"),
                    neighbour(em, site, id, placed, "<", "DESC"),
                    Relations.shown(em, row, site)));
        });
    }

    private static Optional<Entry> neighbour(
            EntityManager em, SiteCode site, long id, PlacementRow placed, String beyond, String order) {
        String jpql = ENTRY + IN_COLUMN + "AND p.published " + beyond + "= :published AND (p.published " + beyond
                + " :published OR p.article " + beyond + " :id) ORDER BY p.published " + order + ", p.article " + order;
        return entries(em.createQuery(jpql, Object[].class)
                        .setParameter("site", site.value())
                        .setParameter("column", placed.column())
                        .setParameter("published", placed.published())
                        .setParameter("id", id)
                        .setMaxResults(1))
                .stream()
                .findFirst();
    }

    private static List<Entry> entries(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Entry((Long) row[0], (String) row[1], (Instant) row[2]))
                .toList();
    }
}
