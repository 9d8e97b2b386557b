package org.jutong.sitegroup.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;

/** All sites and columns at one moment; immutable, replaced as a whole after a change was committed. */
public final class SiteSnapshot {

    private final NavigableMap<SiteCode, Site> sites;
    private final Map<SiteCode, List<Site>> children;
    private final Map<SiteCode, Map<String, Column>> columns;

    private SiteSnapshot(NavigableMap<SiteCode, Site> sites, Map<SiteCode, Map<String, Column>> columns) {
        this.sites = sites;
        this.columns = columns;
        this.children = new HashMap<>();
        sites.values()
                .forEach(s -> s.parent()
                        .ifPresent(p -> children.computeIfAbsent(p, c -> new ArrayList<>())
                                .add(s)));
    }

    /** Thousands of sites share one copy of the words of their columns. */
    static SiteSnapshot of(List<Site> sites, List<Column> columns) {
        Map<String, String> words = new HashMap<>();
        UnaryOperator<String> once = word -> words.computeIfAbsent(word, w -> w);
        NavigableMap<SiteCode, Site> byCode = new TreeMap<>();
        sites.forEach(s -> byCode.put(s.code(), s));
        Map<SiteCode, Map<String, Column>> bySite = new HashMap<>();
        for (Column c : columns) {
            SiteCode site = byCode.get(c.site()).code();
            put(bySite, site, shared(c, site, once));
        }
        return new SiteSnapshot(byCode, bySite);
    }

    SiteSnapshot with(List<Site> changed, List<Column> added) {
        NavigableMap<SiteCode, Site> byCode = new TreeMap<>(sites);
        changed.forEach(site -> byCode.put(site.code(), site));
        Map<SiteCode, Map<String, Column>> bySite = new HashMap<>(columns);
        added.forEach(c -> put(bySite, c.site(), c));
        return new SiteSnapshot(byCode, bySite);
    }

    /** The site, or empty. */
    public Optional<Site> find(SiteCode code) {
        return Optional.ofNullable(sites.get(code));
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

    List<Site> subtree(SiteCode code) {
        List<Site> found = new ArrayList<>();
        find(code).ifPresent(site -> {
            found.add(site);
            for (int i = 0; i < found.size(); i++) {
                found.addAll(children(found.get(i).code()));
            }
        });
        return found;
    }

    /** The site itself, then those above it, up to the root. */
    public List<SiteCode> pathToRoot(SiteCode code) {
        List<SiteCode> path = new ArrayList<>(3);
        for (Optional<Site> s = find(code); s.isPresent(); s = s.get().parent().flatMap(this::find)) {
            path.add(s.get().code());
        }
        return path;
    }

    List<String> columnPath(SiteCode site, String key) {
        List<String> path = new ArrayList<>(2);
        for (Optional<Column> c = column(site, key);
                c.isPresent();
                c = c.get().parent().flatMap(above -> column(site, above))) {
            path.add(c.get().key());
        }
        return path;
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

    private static void put(Map<SiteCode, Map<String, Column>> bySite, SiteCode site, Column column) {
        bySite.computeIfAbsent(site, s -> new LinkedHashMap<>()).put(column.key(), column);
    }

    private static Column shared(Column c, SiteCode site, UnaryOperator<String> once) {
        return new Column(
                site,
                once.apply(c.key()),
                once.apply(c.name()),
                c.parent().map(once),
                once.apply(c.type()),
                once.apply(c.description()),
                once.apply(c.keywords()));
    }
}
