package org.jutong.sitegroup.internal.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteEnrolments;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.standard.StoredStandards;
import org.jutong.sitegroup.internal.store.FileRows;
import org.jutong.sitegroup.internal.store.FilingRows;
import org.jutong.sitegroup.internal.store.HostRows;
import org.jutong.sitegroup.internal.store.HostRows.Host;
import org.jutong.sitegroup.internal.store.PackageRows;
import org.jutong.sitegroup.internal.store.PackageRows.Address;
import org.jutong.sitegroup.internal.store.PackedArticle;
import org.jutong.sitegroup.internal.store.ReceivedRows;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The task that makes a package of a site. */
@Component
public final class PackageExport implements TaskWork {

    static final String KIND = "export";
    private static final String BEGUN = "";
    private static final int LOT = 200;

    private final PackageRows rows;
    private final FileRows files;
    private final ReceivedRows received;
    private final FilingRows filings;
    private final HostRows hosts;
    private final StoredStandards standards;
    private final Sites sites;
    private final Archives archives;
    private final Audit audit;
    private final Texts texts;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<SiteEnrolments> enrolments = List.of();

    /** Over the site group's tables. */
    @Activate
    public PackageExport(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Archives archives,
            @Reference StoredStandards standards,
            @Reference Audit audit,
            @Reference Texts texts) {
        this.rows = new PackageRows(store);
        this.files = new FileRows(store);
        this.received = new ReceivedRows(store);
        this.filings = new FilingRows(store);
        this.hosts = new HostRows(store);
        this.standards = standards;
        this.sites = sites;
        this.archives = archives;
        this.audit = audit;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(TaskRun run) {
        SiteCode code = run.site().orElseThrow();
        Path file = temporary();
        try {
            int articles = write(sites.require(code), file, run);
            Archive made;
            try (InputStream in = Files.newInputStream(file)) {
                made = archives.keep(run.by(), code, Archive.Purpose.PACKAGE, "site-" + code + ".zip", in);
            }
            run.done("package:" + made.id(), "exported", Optional.empty(), made.sha256(), String.valueOf(made.id()));
            audit.record(Event.done(Action.SITE_EXPORT, run.by(), "package:" + made.id())
                    .on(code)
                    .saying(made.sha256()));
            return texts.say(Texts.CHINESE, "task.export.done", List.of(String.valueOf(made.id()), articles));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            file.toFile().delete();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("jutong-package", ".zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int write(Site site, Path file, TaskRun run) throws IOException {
        SiteCode code = site.code();
        List<Long> others = received.articles(code);
        Map<Long, Integer> articles = places(
                Stream.concat(rows.articles(code).stream(), others.stream()).toList());
        Map<String, Kept> kept = files(code, others, articles);
        Map<String, Integer> fileplaces = new HashMap<>();
        kept.values().forEach(each -> fileplaces.put(each.called(), fileplaces.size() + 1));
        // a run after a restart begins anew; the package itself is the last item
        run.total(run.done() + articles.size() + kept.size() + 1);
        try (PackageWriter out = new PackageWriter(Files.newOutputStream(file))) {
            settings(site, out);
            out.begin(Entries.COLUMNS);
            rows.columns(code).forEach(column -> out.line(PackageLines.of(column)));
            out.begin(Entries.ENROLMENTS);
            enrolments.stream()
                    .flatMap(each -> each.of(code).stream())
                    .forEach(each -> out.line(Map.of("plugin", each.plugin(), "plan", each.plan())));
            out.begin(Entries.FILES);
            kept.forEach((path, each) -> out.line(PackageLines.of(path, each)));
            out.begin(Entries.ARTICLES);
            UnaryOperator<String> links = body -> Entries.packed(body, code, articles, fileplaces);
            long after = 0;
            for (List<PackedArticle> lot = rows.articles(code, after, LOT);
                    !lot.isEmpty();
                    lot = rows.articles(code, after, LOT)) {
                for (PackedArticle each : lot) {
                    out.line(PackageLines.of(each, links));
                    after = each.id();
                }
                run.done(lot.size(), BEGUN);
            }
            others.forEach(id -> out.line(PackageLines.of(received.find(code, id), links)));
            run.done(others.size(), BEGUN);
            out.begin(Entries.ADDRESSES);
            addresses(code, articles, out);
            contents(kept, out);
            run.done(kept.size(), BEGUN);
        }
        return articles.size();
    }

    private void settings(Site site, PackageWriter out) {
        String standard = rows.standard(site.code());
        out.begin(Entries.SITE);
        out.line(PackageLines.of(site, standard));
        out.begin(Entries.STANDARD);
        standards.file(standard).ifPresent(file -> out.write(file.getBytes(StandardCharsets.UTF_8)));
        out.begin(Entries.FILING);
        out.line(PackageLines.of(filings.find(site.code())));
        out.begin(Entries.HOSTS);
        hosts.all().stream()
                .filter(host -> host.site().equals(site.code()))
                .sorted(Comparator.comparing(Host::name))
                .forEach(host -> out.line(Map.of("host", host.name(), "main", host.main())));
    }

    /**
     * A file in the package.
     *
     * @param called what addresses call it
     * @param article the place of the article to which it belongs; empty for one that came with a site
     */
    record Kept(StoredFile file, String called, Optional<Integer> article) {
        static Kept brought(StoredFile file) {
            return new Kept(file, String.valueOf(file.id()), Optional.empty());
        }
    }

    /** Its own by their old paths, those that articles of others show, and those of the articles themselves. */
    private SortedMap<String, Kept> files(SiteCode code, List<Long> others, Map<Long, Integer> articles) {
        SortedMap<String, Kept> kept = new TreeMap<>();
        rows.files(code, (path, file) -> kept.put(path, Kept.brought(file)));
        rows.articleFiles(code, others)
                .forEach((id, files) -> files.forEach(each -> kept.put(
                        String.format("article/%09d/%03d", articles.get(id), files.indexOf(each)),
                        new Kept(each.file(), each.name(), Optional.of(articles.get(id))))));
        for (long id : others) {
            for (Entries.Link link :
                    Entries.borrowed(received.find(code, id).draft().body(), code)) {
                received.file(link.site(), link.file())
                        .ifPresent(file -> kept.putIfAbsent(
                                "received/" + link.site() + "/" + file.sha256().substring(0, 16) + "/" + file.name(),
                                Kept.brought(file)));
            }
        }
        return kept;
    }

    private void addresses(SiteCode code, Map<Long, Integer> articles, PackageWriter out) {
        List<Address> all = new ArrayList<>();
        for (List<Address> lot = rows.addresses(code, "", LOT);
                !lot.isEmpty();
                lot = rows.addresses(code, all.get(all.size() - 1).path(), LOT)) {
            all.addAll(lot);
        }
        all.sort(Comparator.comparing(Address::path));
        all.forEach(each -> each.article()
                .map(articles::get)
                .ifPresent(place -> out.line(Map.of(
                        "path", each.path(),
                        "article", place,
                        "hash", each.hash(),
                        "twin", each.twin(),
                        "untouched", each.untouched()))));
    }

    private void contents(Map<String, Kept> kept, PackageWriter out) {
        Set<String> written = new HashSet<>();
        kept.values().stream()
                .map(each -> each.file().sha256())
                .sorted()
                .filter(written::add)
                .forEach(sha256 -> {
                    out.begin(Entries.CONTENT + sha256);
                    out.write(files.content(sha256));
                });
    }

    private static Map<Long, Integer> places(List<Long> ids) {
        Map<Long, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size() + 1));
        return places;
    }
}
