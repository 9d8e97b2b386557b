package org.jutong.sitegroup.internal.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteEnrolments;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.importing.Archives;
import org.jutong.sitegroup.internal.store.FileRows;
import org.jutong.sitegroup.internal.store.PackageRows;
import org.jutong.sitegroup.internal.store.PackageRows.Address;
import org.jutong.sitegroup.internal.store.PackageRows.PackedColumn;
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
    private static final int LOT = 200;

    private final PackageRows rows;
    private final FileRows files;
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
            @Reference Audit audit,
            @Reference Texts texts) {
        this.rows = new PackageRows(store);
        this.files = new FileRows(store);
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
        Map<Long, Integer> articles = places(rows.articles(code));
        Map<String, StoredFile> kept = new LinkedHashMap<>();
        rows.files(code, kept::put);
        Map<Long, Integer> fileplaces =
                places(kept.values().stream().map(StoredFile::id).toList());
        run.total(articles.size() + kept.size());
        try (PackageWriter out = new PackageWriter(Files.newOutputStream(file))) {
            out.begin(Entries.SITE);
            out.line(facts(site, rows.standard(code)));
            out.begin(Entries.COLUMNS);
            rows.columns(code).forEach(column -> out.line(facts(column)));
            out.begin(Entries.ENROLMENTS);
            enrolments.stream()
                    .flatMap(each -> each.of(code).stream())
                    .forEach(each -> out.line(Map.of("plugin", each.plugin(), "plan", each.plan())));
            out.begin(Entries.FILES);
            kept.forEach((path, each) -> out.line(Map.of(
                    "path",
                    path,
                    "name",
                    each.name(),
                    "type",
                    each.type(),
                    "size",
                    each.size(),
                    "sha256",
                    each.sha256())));
            out.begin(Entries.ARTICLES);
            long after = 0;
            for (List<Article> lot = rows.articles(code, after, LOT);
                    !lot.isEmpty();
                    lot = rows.articles(code, after, LOT)) {
                for (Article each : lot) {
                    out.line(facts(each, Entries.packed(each.body(), code, articles, fileplaces)));
                    after = each.id();
                }
            }
            out.begin(Entries.ADDRESSES);
            addresses(code, articles, out);
            contents(kept, out);
        }
        return articles.size();
    }

    private void addresses(SiteCode code, Map<Long, Integer> articles, PackageWriter out) {
        String after = "";
        for (List<Address> lot = rows.addresses(code, after, LOT);
                !lot.isEmpty();
                lot = rows.addresses(code, after, LOT)) {
            for (Address each : lot) {
                each.article()
                        .map(articles::get)
                        .ifPresent(place -> out.line(Map.of(
                                "path", each.path(),
                                "article", place,
                                "hash", each.hash(),
                                "twin", each.twin(),
                                "untouched", each.untouched())));
                after = each.path();
            }
        }
    }

    private void contents(Map<String, StoredFile> kept, PackageWriter out) {
        Set<String> written = new HashSet<>();
        kept.values().stream()
                .map(StoredFile::sha256)
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

    private static Map<String, Object> facts(Site site, String standard) {
        return new TreeMap<>(Map.of(
                "standard", standard,
                "code", site.code().value(),
                "name", site.name(),
                "level", site.level().id(),
                "kind", site.kind().id(),
                "region", site.region(),
                "regionName", site.regionName(),
                "colour", site.colour()));
    }

    private static Map<String, Object> facts(PackedColumn packed) {
        Column column = packed.column();
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "key", column.key(),
                "name", column.name(),
                "type", column.type(),
                "description", column.description(),
                "keywords", column.keywords(),
                "position", column.position(),
                "retired", packed.retired()));
        column.parent().ifPresent(parent -> facts.put("parent", parent));
        column.clock().ifPresent(clock -> facts.put("clock", clock.toString()));
        packed.successor().ifPresent(successor -> facts.put("successor", successor));
        return facts;
    }

    private static Map<String, Object> facts(Article article, String body) {
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "title", article.title(),
                "source", article.source(),
                "author", article.author(),
                "body", body,
                "state", article.state().name(),
                "column", article.column()));
        article.published().map(Instant::toString).ifPresent(time -> facts.put("published", time));
        return facts;
    }
}
