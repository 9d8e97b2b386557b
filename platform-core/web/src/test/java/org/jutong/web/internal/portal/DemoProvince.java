package org.jutong.web.internal.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.StandardColumn;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;

/** Guizhou's 98 divisions as sites, the standard's columns, and whatever articles a test puts into them. */
final class DemoProvince implements Sites, Columns, Reading {

    static final SiteCode ROOT = new SiteCode("5200000001");
    static final SiteCode GUIYANG = new SiteCode("5201000001");
    static final SiteCode NANMING = new SiteCode("5201020001");

    private final Map<SiteCode, Site> sites = new LinkedHashMap<>();
    private final Map<SiteCode, List<Placement>> placements = new HashMap<>();
    private long next = 1;

    private record Placement(String column, Article article) {}

    DemoProvince() {
        for (String line : read("divisions.csv").lines().skip(1).toList()) {
            String[] cell = line.split(",", -1);
            SiteCode code = new SiteCode(cell[0] + "0001");
            Level level = Level.valueOf(cell[2].toUpperCase(java.util.Locale.ROOT));
            Optional<SiteCode> parent =
                    Optional.of(cell[3]).filter(p -> !p.isEmpty()).map(p -> new SiteCode(p + "0001"));
            String colour = level == Level.PROVINCE ? "red" : "blue";
            sites.put(code, new Site(code, cell[1] + "人民政府", level, cell[0], cell[1], parent, colour));
        }
    }

    static String read(String name) {
        try (InputStream in = DemoProvince.class.getResourceAsStream("/portal/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a department's site below a government's. */
    SiteCode department(String code, String name, SiteCode government, SiteState state) {
        Site above = require(government);
        SiteCode made = new SiteCode(code);
        sites.put(
                made,
                new Site(
                        made,
                        name,
                        above.level(),
                        above.region(),
                        above.regionName(),
                        Optional.of(government),
                        "blue",
                        SiteKind.DEPARTMENT,
                        state,
                        Optional.empty(),
                        Optional.empty()));
        return made;
    }

    /** Publishes an article and returns its id. */
    long publish(SiteCode site, String column, String title, String body, String time) {
        long id = next++;
        Article article = new Article(
                id,
                site,
                title,
                "贵州省人民政府网站",
                "责任编辑：王洋",
                body,
                Article.State.PUBLISHED,
                column,
                Optional.of(Instant.parse(time)),
                1);
        placements.computeIfAbsent(site, key -> new ArrayList<>()).add(new Placement(column, article));
        return id;
    }

    @Override
    public List<Site> register(Actor by, List<NewSite> wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Site> find(SiteCode code) {
        return Optional.ofNullable(sites.get(code));
    }

    @Override
    public Optional<Site> root() {
        return find(ROOT);
    }

    @Override
    public List<Site> page(Optional<SiteCode> after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Site> children(SiteCode code) {
        return sites.values().stream()
                .filter(site -> site.parent().equals(Optional.of(code)))
                .toList();
    }

    @Override
    public List<Site> subtree(SiteCode code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int count() {
        return sites.size();
    }

    @Override
    public List<Column> of(SiteCode code) {
        Site site = require(code);
        return ColumnStandard.load().columns(site.level().id()).stream()
                .map(column -> column(site, column))
                .toList();
    }

    private static Column column(Site site, StandardColumn column) {
        String region = site.regionName().replaceAll("[省市县区州]$", "");
        return new Column(
                site.code(),
                column.key(),
                column.nameFor(region),
                column.parent(),
                column.type(),
                column.description(),
                column.keywords());
    }

    @Override
    public Optional<Column> find(SiteCode site, String key) {
        return of(site).stream().filter(column -> column.key().equals(key)).findFirst();
    }

    @Override
    public List<Entry> latest(SiteCode site, String column, int offset, int limit) {
        return below(site, column).stream().skip(offset).limit(limit).toList();
    }

    @Override
    public int count(SiteCode site, String column) {
        return below(site, column).size();
    }

    private List<Entry> below(SiteCode site, String column) {
        return placements.getOrDefault(site, List.of()).stream()
                .filter(each -> each.column().equals(column)
                        || find(site, each.column()).flatMap(Column::parent).equals(Optional.of(column)))
                .map(DemoProvince::entry)
                .sorted(Comparator.comparing(Entry::published).reversed())
                .toList();
    }

    @Override
    public Map<String, List<Entry>> latestByColumn(SiteCode site, int limit) {
        Map<String, List<Entry>> found = new HashMap<>();
        for (Placement each : placements.getOrDefault(site, List.of())) {
            found.computeIfAbsent(each.column(), key -> new ArrayList<>()).add(entry(each));
        }
        return found;
    }

    @Override
    public Optional<Placed> article(SiteCode site, long id) {
        List<Placement> all = placements.getOrDefault(site, List.of());
        return all.stream()
                .filter(each -> each.article().id() == id)
                .findFirst()
                .map(each -> {
                    List<Entry> list = below(site, each.column());
                    int at = list.indexOf(entry(each));
                    return new Placed(
                            each.article(),
                            find(site, each.column()).orElseThrow(),
                            at > 0 ? Optional.of(list.get(at - 1)) : Optional.empty(),
                            at + 1 < list.size() ? Optional.of(list.get(at + 1)) : Optional.empty(),
                            Facts.NONE);
                });
    }

    private static Entry entry(Placement each) {
        return new Entry(
                each.article().id(),
                each.article().title(),
                each.article().published().orElseThrow());
    }
}
