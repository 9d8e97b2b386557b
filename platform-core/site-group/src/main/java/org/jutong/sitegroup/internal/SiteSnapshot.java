package org.jutong.sitegroup.internal;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.store.FormerColumn;
import org.jutong.sitegroup.internal.store.SiteColumns;

/** All sites and columns at one moment; immutable, replaced as a whole after a change was committed. */
public final class SiteSnapshot {

    private final NavigableMap<SiteCode, Site> sites;
    private final Map<SiteCode, List<Site>> children;
    private final Map<SiteCode, Map<String, Column>> columns;
    private final Map<SiteCode, Map<String, FormerColumn>> former;

    private SiteSnapshot(
            NavigableMap<SiteCode, Site> sites,
            Map<SiteCode, Map<String, Column>> columns,
            Map<SiteCode, Map<String, FormerColumn>> former) {
        this.sites = sites;
        this.columns = columns;
        this.former = former;
        this.children = new HashMap<>();
        sites.values()
                .forEach(s -> s.parent()
                        .ifPresent(p -> children.computeIfAbsent(p, c -> new ArrayList<>())
                                .add(s)));
    }

    /** Thousands of sites share one copy of the words of their columns. */
    static SiteSnapshot of(List<Site> sites, List<Column> columns, List<FormerColumn> former) {
        Map<String, String> words = new HashMap<>();
        UnaryOperator<String> once = word -> words.computeIfAbsent(word, w -> w);
        NavigableMap<SiteCode, Site> byCode = new TreeMap<>();
        sites.forEach(s -> byCode.put(s.code(), s));
        Map<Period, Optional<Period>> clocks = new HashMap<>();
        List<Column> shared = new ArrayList<>(columns.size());
        for (Column c : columns) {
            // a site that another node adds at this moment comes with its columns a little later
            if (byCode.containsKey(c.site())) {
                shared.add(shared(c, byCode.get(c.site()).code(), once, clocks));
            }
        }
        Map<SiteCode, Map<String, FormerColumn>> gone = new HashMap<>();
        former.stream()
                .filter(column -> byCode.containsKey(column.site()))
                .collect(Collectors.groupingBy(FormerColumn::site))
                .forEach((site, its) -> gone.put(byCode.get(site).code(), byKey(its)));
        return new SiteSnapshot(byCode, bySite(shared), gone);
    }

    /** With these sites and columns; the columns are all that their sites have, other sites keep theirs. */
    SiteSnapshot with(List<Site> changed, List<Column> given) {
        NavigableMap<SiteCode, Site> byCode = new TreeMap<>(sites);
        changed.forEach(site -> byCode.put(site.code(), site));
        Map<SiteCode, Map<String, Column>> bySite = new HashMap<>(columns);
        bySite.putAll(bySite(given));
        return new SiteSnapshot(byCode, bySite, former);
    }

    /** With these columns as all that the site has and had. */
    SiteSnapshot with(SiteCode site, SiteColumns given) {
        Map<SiteCode, Map<String, Column>> now = new HashMap<>(columns);
        now.putAll(bySite(given.columns()));
        Map<SiteCode, Map<String, FormerColumn>> gone = new HashMap<>(former);
        gone.put(site, byKey(given.former()));
        return new SiteSnapshot(sites, now, gone);
    }

    private static Map<String, FormerColumn> byKey(List<FormerColumn> columns) {
        return columns.stream().collect(Collectors.toUnmodifiableMap(FormerColumn::key, c -> c));
    }

    /** The site, or empty. */
    public Optional<Site> find(SiteCode code) {
        return Optional.ofNullable(sites.get(code));
    }

    /** All sites, by code. */
    Collection<Site> all() {
        return sites.values();
    }

    /** The site at the top. */
    public Optional<Site> root() {
        return sites.values().stream().filter(s -> s.parent().isEmpty()).findFirst();
    }

    /** Sites in the order of their codes, those after {@code after} where it is given. */
    public List<Site> page(Optional<SiteCode> after, int limit) {
        return after.map(c -> sites.tailMap(c, false)).orElse(sites).values().stream()
                .limit(limit)
                .toList();
    }

    /** The sites directly below. */
    public List<Site> children(SiteCode code) {
        return Collections.unmodifiableList(children.getOrDefault(code, List.of()));
    }

    /** The site and everything below it, the site first. */
    public List<Site> subtree(SiteCode code) {
        List<Site> found = new ArrayList<>();
        find(code).ifPresent(site -> {
            found.add(site);
            for (int i = 0; i < found.size(); i++) {
                found.addAll(children(found.get(i).code()));
            }
        });
        return found;
    }

    /**
     * Sites that came, went or moved, and those whose pages lead to them: the sites above, and those beside.
     *
     * @param parents what they were or are below
     */
    public List<SiteCode> around(Collection<SiteCode> changed, Collection<SiteCode> parents) {
        Set<SiteCode> around = new LinkedHashSet<>(changed);
        new LinkedHashSet<>(parents).forEach(parent -> {
            around.addAll(pathToRoot(parent));
            children(parent).forEach(beside -> around.add(beside.code()));
        });
        return List.copyOf(around);
    }

    /** The site itself, then those above it, up to the root. */
    public List<SiteCode> pathToRoot(SiteCode code) {
        List<SiteCode> path = new ArrayList<>(3);
        for (Optional<Site> s = find(code); s.isPresent(); s = s.get().parent().flatMap(this::find)) {
            path.add(s.get().code());
        }
        return path;
    }

    /** The keys of the column, of those above it, and those that they had. */
    public List<String> columnPath(SiteCode site, String key) {
        List<String> path = new ArrayList<>(2);
        for (Optional<Column> c = column(site, key);
                c.isPresent();
                c = c.get().parent().flatMap(above -> column(site, above))) {
            path.add(c.get().key());
            addEarlierKeys(site, c.get().key(), path);
        }
        return path;
    }

    /** The keys that the column had; whoever has rights under one of them keeps them. */
    private void addEarlierKeys(SiteCode site, String key, List<String> path) {
        for (FormerColumn had : former.getOrDefault(site, Map.of()).values()) {
            if (had.renamed() && had.successor().equals(Optional.of(key)) && !path.contains(had.key())) {
                path.add(had.key());
                addEarlierKeys(site, had.key(), path);
            }
        }
    }

    int count() {
        return sites.size();
    }

    /** The site's columns in their order. */
    public List<Column> columns(SiteCode site) {
        return List.copyOf(columns.getOrDefault(site, Map.of()).values());
    }

    /** The column, or empty. */
    public Optional<Column> column(SiteCode site, String key) {
        return Optional.ofNullable(columns.getOrDefault(site, Map.of()).get(key));
    }

    /** The column to which the address of this one leads now; empty where it leads nowhere. */
    public Optional<Column> currentColumn(SiteCode site, String key) {
        Map<String, FormerColumn> gone = former.getOrDefault(site, Map.of());
        Set<String> seen = new HashSet<>();
        String now = key;
        while (column(site, now).isEmpty() && seen.add(now) && gone.containsKey(now)) {
            now = gone.get(now).successor().orElse(now);
        }
        return column(site, now);
    }

    private static Map<SiteCode, Map<String, Column>> bySite(List<Column> columns) {
        Map<SiteCode, List<Column>> grouped = new HashMap<>();
        columns.forEach(
                c -> grouped.computeIfAbsent(c.site(), s -> new ArrayList<>()).add(c));
        Map<SiteCode, Map<String, Column>> ordered = new HashMap<>();
        grouped.forEach((site, its) -> ordered.put(site, inOrder(its)));
        return ordered;
    }

    /** Each first-level column of a site followed by those below it. */
    public static Map<String, Column> inOrder(List<Column> given) {
        List<Column> columns = new ArrayList<>(given);
        columns.sort(Comparator.comparingInt(Column::position).thenComparing(Column::key));
        Map<String, Column> ordered = new LinkedHashMap<>();
        for (Column top : columns) {
            if (top.parent().isEmpty()) {
                ordered.put(top.key(), top);
                columns.stream()
                        .filter(c -> c.parent().filter(top.key()::equals).isPresent())
                        .forEach(c -> ordered.put(c.key(), c));
            }
        }
        return ordered;
    }

    private static Column shared(
            Column c, SiteCode site, UnaryOperator<String> once, Map<Period, Optional<Period>> clocks) {
        return new Column(
                site,
                once.apply(c.key()),
                once.apply(c.name()),
                c.parent().map(once),
                once.apply(c.type()),
                once.apply(c.description()),
                once.apply(c.keywords()),
                c.clock().map(p -> clocks.computeIfAbsent(p, Optional::of)).orElse(Optional.empty()),
                c.position());
    }
}
