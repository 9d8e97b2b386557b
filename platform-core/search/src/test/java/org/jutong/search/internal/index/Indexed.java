package org.jutong.search.internal.index;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.search.internal.SearchRights;
import org.jutong.search.internal.StoredSynonyms;
import org.jutong.search.internal.attached.Attachments;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.ArticleJournal;
import org.jutong.sitegroup.ChineseScript;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.StoredFile;

/** An index over articles in memory, on a province with a city and a district. */
final class Indexed implements ArticleJournal, AutoCloseable {

    static final SiteCode PROVINCE = new SiteCode("5200000001");
    static final SiteCode CITY = new SiteCode("5201000001");
    static final SiteCode DISTRICT = new SiteCode("5201020001");
    static final Instant DAY = Instant.parse("2017-07-21T00:22:00Z");

    final Map<SiteCode, Site> sites = new LinkedHashMap<>();
    private final TreeMap<Long, Published> articles = new TreeMap<>();
    private final List<Change> lines = new ArrayList<>();
    final Map<Long, List<ArticleFile>> files = new HashMap<>();
    final Map<String, String> words = new HashMap<>();
    final Map<String, byte[]> contents = new HashMap<>();
    final Attachments attachments = new Attachments(
            fake(ArticleFiles.class, this::articleFiles),
            fake(Files.class, (proxy, method, given) -> contents.get(((StoredFile) given[0]).sha256())),
            () -> System.getProperty("java.class.path"),
            Duration.ofSeconds(20));
    private final Path folder;
    List<List<String>> groups = List.of();
    IndexKeeper keeper;

    Indexed(Path folder) throws Exception {
        this.folder = folder;
        site(PROVINCE, Optional.empty(), SiteState.LIVE);
        site(CITY, Optional.of(PROVINCE), SiteState.LIVE);
        site(DISTRICT, Optional.of(CITY), SiteState.LIVE);
        start(folder);
        keeper.follow();
    }

    private Object articleFiles(Object proxy, Method method, Object[] given) {
        return switch (method.getName()) {
            case "shown" -> files.getOrDefault(((Article) given[0]).id(), List.of());
            case "words" -> Optional.ofNullable(words.get(((StoredFile) given[0]).sha256()));
            case "keepWords" -> words.putIfAbsent(((StoredFile) given[0]).sha256(), (String) given[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    /** Attaches a file; the article's text leads to it from now on. */
    void attach(long article, String name, byte[] content) {
        String type = name.endsWith(".pdf")
                ? "application/pdf"
                : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        String sha256 = "hash of " + name;
        contents.put(sha256, content);
        StoredFile file = new StoredFile(1, name, type, content.length, sha256);
        files.computeIfAbsent(article, id -> new ArrayList<>())
                .add(new ArticleFile("public-" + name, file, 0, 0, List.of()));
        lines.add(new Change(lines.size() + 1, article));
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(Indexed.class.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** As after a restart, in this folder. */
    void start(Path in) {
        keeper = new IndexKeeper(this, attachments, Clock.systemUTC(), in, Runnable::run);
    }

    void site(SiteCode code, Optional<SiteCode> parent, SiteState state) {
        sites.put(
                code,
                new Site(
                        code,
                        "网站" + code,
                        Level.COUNTY,
                        code.division(),
                        "某地",
                        parent,
                        "blue",
                        SiteKind.PORTAL,
                        state,
                        Optional.empty(),
                        Optional.empty()));
    }

    void publish(long id, String title, String body, Place... places) {
        publish(id, title, body, Document.NONE, places);
    }

    void publish(long id, String title, String body, Document document, Place... places) {
        Article article = new Article(
                id, PROVINCE, title, "省政府", "", body, Article.State.PUBLISHED, "news", Optional.of(DAY), 1, document);
        articles.put(id, new Published(article, List.of(places)));
        lines.add(new Change(lines.size() + 1, id));
    }

    void withdraw(long id) {
        articles.put(id, new Published(articles.get(id).article(), List.of()));
        lines.add(new Change(lines.size() + 1, id));
    }

    static Place on(SiteCode site, String column) {
        return new Place(site, column, DAY);
    }

    IndexedSearch search() {
        ChineseScript script = (ChineseScript) Proxy.newProxyInstance(
                Indexed.class.getClassLoader(),
                new Class<?>[] {ChineseScript.class},
                (proxy, method, given) -> method.getName().equals("toSimplified")
                        ? ((String) given[0]).replace("網", "网").replace("務", "务")
                        : given[0]);
        return new IndexedSearch(keeper, new Tree(), columns(), script, synonyms());
    }

    private StoredSynonyms synonyms() {
        Store store = (Store) Proxy.newProxyInstance(
                Indexed.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, given) -> groups);
        return new StoredSynonyms(store, new SearchRights(null, null), event -> {}, (kind, names) -> {});
    }

    private Columns columns() {
        return new Columns() {
            @Override
            public List<Column> of(SiteCode site) {
                return List.of(column(site, "news", Optional.empty()), column(site, "meetings", Optional.of("news")));
            }

            @Override
            public Optional<Column> find(SiteCode site, String key) {
                return of(site).stream().filter(each -> each.key().equals(key)).findFirst();
            }

            private Column column(SiteCode site, String key, Optional<String> parent) {
                return new Column(site, key, key, parent, "工作动态", "", "", Optional.empty(), 1);
            }
        };
    }

    @Override
    public List<Change> between(long from, long to, int limit) {
        return lines.stream()
                .filter(line -> line.number() >= from && line.number() <= to)
                .limit(limit)
                .toList();
    }

    @Override
    public long settled() {
        return lines.size();
    }

    @Override
    public boolean reaches(long number) {
        return true;
    }

    @Override
    public List<Published> read(Collection<Long> wanted) {
        return wanted.stream().map(articles::get).toList();
    }

    @Override
    public List<Published> published(long after, int limit) {
        return articles.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public long count() {
        return articles.size();
    }

    @Override
    public void close() {
        keeper.stop();
        attachments.stop();
    }

    private final class Tree implements Sites {
        @Override
        public List<Site> register(org.jutong.plugin.Actor by, List<NewSite> made) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Site> find(SiteCode code) {
            return Optional.ofNullable(sites.get(code));
        }

        @Override
        public Optional<Site> root() {
            return find(PROVINCE);
        }

        @Override
        public List<Site> page(Optional<SiteCode> after, int limit) {
            return List.copyOf(sites.values());
        }

        @Override
        public List<Site> children(SiteCode code) {
            return sites.values().stream()
                    .filter(site -> site.parent().filter(code::equals).isPresent())
                    .toList();
        }

        @Override
        public List<Site> subtree(SiteCode code) {
            List<Site> all = new ArrayList<>(List.of(require(code)));
            children(code).forEach(site -> all.addAll(subtree(site.code())));
            return all;
        }

        @Override
        public int count() {
            return sites.size();
        }
    }

    Path folder() {
        return folder;
    }
}
