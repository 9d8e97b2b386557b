package org.jutong.sitegroup.internal.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.importing.Mapping.Place;
import org.jutong.sitegroup.internal.store.ImportedRows;
import org.jutong.sitegroup.internal.store.ImportedRows.Incoming;
import org.jutong.sitegroup.internal.store.ImportedRows.Known;
import org.jutong.sitegroup.internal.store.ImportedRows.Linked;
import org.jutong.sitegroup.internal.tasks.TaskRun;

/**
 * One import: the pages in the order of their paths, some at a time, each lot in one transaction with its part of the
 * report; then the links that led to pages which came later.
 */
final class PageImport {

    private static final int LOT = 100;
    private static final int SAMPLE = 50;
    private static final int LARGEST_PAGE = 5 << 20;

    private final ImportedRows rows;
    private final PageReader reader;
    private final Mapping mapping;
    private final OldSite old;
    private final TaskRun run;
    private final SiteCode site;
    private final boolean dryRun;
    private final Texts texts;
    private final Instant now;
    private final OldFiles files;

    /** In a dry run: which page said what, because nothing is stored that could be asked. */
    private final Map<String, String> tried = new HashMap<>();

    PageImport(
            ImportedRows rows,
            PageReader reader,
            Mapping mapping,
            OldSite old,
            TaskRun run,
            boolean dryRun,
            Texts texts,
            Instant now) {
        this.rows = rows;
        this.reader = reader;
        this.mapping = mapping;
        this.old = old;
        this.run = run;
        this.site = run.site().orElseThrow();
        this.dryRun = dryRun;
        this.texts = texts;
        this.now = now;
        this.files = new OldFiles(rows, old, site, run.by().username(), now, dryRun);
    }

    /** What became of a page. */
    private record Verdict(String path, String outcome, Optional<String> code, String words, Optional<Incoming> page) {}

    /** @param shown called when visitors may see something new */
    void all(Runnable shown) {
        List<String> pages =
                old.files().keySet().stream().filter(mapping::isPage).toList();
        requireMatches(pages);
        run.total(pages.size() + old.refused().size());
        if (run.mark().isEmpty()) {
            old.refused().forEach((name, code) -> run.done(name, "skipped", Optional.of(code), say(code), ""));
        }
        String reached = run.mark().orElse("");
        List<String> left =
                pages.stream().filter(path -> path.compareTo(reached) > 0).toList();
        for (int from = 0; from < left.size(); from += LOT) {
            lot(left.subList(from, Math.min(left.size(), from + LOT)));
            shown.run();
        }
        if (!dryRun) {
            while (rows.link(site, LOT, now, this::linked) > 0) {
                shown.run();
            }
        }
    }

    /** Refuses a mapping that finds nothing on the first pages before anything is written. */
    private void requireMatches(List<String> pages) {
        if (pages.isEmpty()) {
            throw nothing("pages", "");
        }
        List<String> wanted = pages.stream()
                .filter(path -> !mapping.isSkipped(path) && mapping.column(path).isPresent())
                .limit(SAMPLE)
                .toList();
        if (wanted.isEmpty()) {
            throw nothing("columns", "");
        }
        List<Place> missing = new ArrayList<>(List.of(mapping.title(), mapping.time(), mapping.body()));
        for (String path : wanted) {
            if (!missing.isEmpty() && isReadable(path)) {
                Document page = PageReader.parse(old.read(path, LARGEST_PAGE, "page_too_large"));
                missing.removeIf(place -> PageReader.has(page, place));
            }
        }
        missing.stream().findFirst().ifPresent(place -> {
            throw nothing(place.key(), place.words());
        });
    }

    private boolean isReadable(String path) {
        return old.files().get(path).toFile().length() <= LARGEST_PAGE;
    }

    private static Problem nothing(String key, String selector) {
        return Problem.invalid("mapping_matches_nothing", "mapping", key, selector);
    }

    private void lot(List<String> paths) {
        Map<String, OldPage> read = new HashMap<>();
        Map<String, Verdict> verdicts = new HashMap<>();
        for (String path : paths) {
            try {
                read.put(path, read(path));
            } catch (Problem why) {
                verdicts.put(path, skipped(path, why.code(), why.arguments().toArray()));
            }
        }
        Set<String> asked = new TreeSet<>(read.keySet());
        read.values().forEach(page -> asked.addAll(OldLinks.paths(page.draft().body())));
        Map<String, String> refusals = new HashMap<>();
        read.values()
                .forEach(page ->
                        page.files().forEach(file -> files.take(file).ifPresent(code -> refusals.put(file, code))));
        Map<String, Known> known = rows.known(site, asked);
        judge(paths, read, known, refusals, verdicts);
        List<Verdict> ordered = paths.stream().map(verdicts::get).toList();
        run.together(() -> {
            List<Incoming> pages =
                    ordered.stream().flatMap(each -> each.page().stream()).toList();
            if (!dryRun && !pages.isEmpty()) {
                rows.write(site, pages, known, run.by().username(), now, this::links);
            }
            ordered.forEach(each -> run.done(each.path(), each.outcome(), each.code(), each.words(), each.path()));
        });
    }

    private OldPage read(String path) {
        if (path.length() > OldPath.LONGEST) {
            throw Problem.of(400, "path_too_long", OldPath.LONGEST);
        }
        if (mapping.isSkipped(path)) {
            throw Problem.of(400, "page_left_out");
        }
        String column = mapping.column(path).orElseThrow(() -> Problem.of(400, "page_without_column"));
        return reader.read(path, column, old.read(path, LARGEST_PAGE, "page_too_large"));
    }

    private void judge(
            List<String> paths,
            Map<String, OldPage> read,
            Map<String, Known> known,
            Map<String, String> refusals,
            Map<String, Verdict> verdicts) {
        Map<String, String> hashes = new HashMap<>();
        read.forEach((path, page) -> hashes.put(path, files.hash(page)));
        Map<String, String> first = new HashMap<>(rows.byHash(site, hashes.values()));
        first.putAll(tried);
        for (String path : paths) {
            OldPage page = read.get(path);
            if (page == null) {
                continue;
            }
            String hash = hashes.get(path);
            Optional<Known> before = Optional.ofNullable(known.get(path));
            Optional<String> twin = Optional.ofNullable(first.get(hash))
                    .filter(other -> !other.equals(path)
                            && hashes.getOrDefault(other, hash).equals(hash));
            Optional<Long> own = before.filter(k -> k.made() > 0).flatMap(Known::article);
            if (before.filter(k -> k.hash().equals(hash)).isPresent()) {
                verdicts.put(path, new Verdict(path, "unchanged", Optional.empty(), "", Optional.empty()));
            } else if (before.filter(Known::isChangedSince).isPresent()) {
                verdicts.put(path, skipped(path, "changed_since_import"));
            } else if (twin.isPresent() && own.isEmpty()) {
                Incoming same = new Incoming(path, hash, page.draft(), Optional.empty(), twin);
                Verdict why = skipped(path, "page_twice", twin.get());
                verdicts.put(path, new Verdict(path, why.outcome(), why.code(), why.words(), Optional.of(same)));
                known.putAll(rows.known(site, List.of(twin.get())));
            } else {
                first.put(hash, path);
                if (dryRun) {
                    tried.put(hash, path);
                }
                Incoming incoming = new Incoming(path, hash, page.draft(), own, Optional.empty());
                verdicts.put(path, taken(page, incoming, refusals));
            }
        }
    }

    private Verdict taken(OldPage page, Incoming incoming, Map<String, String> refusals) {
        boolean update = incoming.article().isPresent();
        String outcome = dryRun ? update ? "would-update" : "would-import" : update ? "updated" : "imported";
        List<String> refused =
                page.files().stream().filter(refusals::containsKey).toList();
        if (!refused.isEmpty()) {
            String which = refused.stream()
                    .map(file -> file + ": " + say(refusals.get(file)))
                    .collect(Collectors.joining("; "));
            return verdict(page, outcome, incoming, "attachments_left_out", which);
        }
        if (!page.left().isEmpty()) {
            return verdict(page, outcome, incoming, "links_left_out", String.join(", ", page.left()));
        }
        if (!page.sure()) {
            return verdict(page, outcome, incoming, "encoding_unsure");
        }
        return new Verdict(page.path(), outcome, Optional.empty(), "", Optional.of(incoming));
    }

    private Verdict verdict(OldPage page, String outcome, Incoming incoming, String code, Object... arguments) {
        return new Verdict(page.path(), outcome, Optional.of(code), say(code, arguments), Optional.of(incoming));
    }

    private Verdict skipped(String path, String code, Object... arguments) {
        return new Verdict(path, "skipped", Optional.of(code), say(code, arguments), Optional.empty());
    }

    private String say(String code, Object... arguments) {
        return texts.say(Texts.CHINESE, "problem." + code, List.of(arguments));
    }

    private Linked links(Incoming page, Map<String, Known> known) {
        OldLinks.Resolved resolved = OldLinks.resolve(page.draft().body(), path -> address(known, path));
        return new Linked(resolved.body(), !resolved.open().isEmpty());
    }

    private List<String> linked(List<String> bodies) {
        Set<String> paths = new TreeSet<>();
        bodies.forEach(body -> paths.addAll(OldLinks.paths(body)));
        Map<String, Known> known = rows.known(site, paths);
        return bodies.stream()
                .map(body -> OldLinks.drop(
                        OldLinks.resolve(body, path -> address(known, path)).body()))
                .toList();
    }

    private Optional<String> address(Map<String, Known> known, String path) {
        return Optional.ofNullable(known.get(path))
                .flatMap(to -> to.article()
                        .map(id -> Addresses.ofArticle(site, id))
                        .or(() -> to.file().map(id -> Addresses.ofFile(site, id, path))));
    }
}
