package org.jutong.sitegroup.internal.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.importing.Mapping.Place;
import org.jutong.sitegroup.internal.importing.OldFiles.Taken;
import org.jutong.sitegroup.internal.importing.PagesAhead.Read;
import org.jutong.sitegroup.internal.lint.ArticleChecks;
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
    private final KnownPaths known;
    private final ArticleChecks.OnSite checks;
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
            Instant now,
            ArticleChecks.OnSite checks) {
        this.rows = rows;
        this.reader = reader;
        this.mapping = mapping;
        this.old = old;
        this.run = run;
        this.site = run.site().orElseThrow();
        this.dryRun = dryRun;
        this.texts = texts;
        this.now = now;
        this.checks = checks;
        this.known = new KnownPaths(rows.all(site));
        this.files = new OldFiles(rows, known, old, site, run.by().username(), now, dryRun);
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
        try (PagesAhead ahead = new PagesAhead(left, this::size, this::read)) {
            for (List<Read> lot = ahead.next(); !lot.isEmpty(); lot = ahead.next()) {
                lot(lot);
                shown.run();
            }
        }
        if (!dryRun) {
            while (rows.link(site, PagesAhead.MANY, now, this::linked) > 0) {
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
        return size(path) <= LARGEST_PAGE;
    }

    private long size(String path) {
        return old.files().get(path).toFile().length();
    }

    private static Problem nothing(String key, String selector) {
        return Problem.invalid("mapping_matches_nothing", "mapping", key, selector);
    }

    private void lot(List<Read> lot) {
        Set<String> wanted = new TreeSet<>();
        lot.forEach(each -> each.page().ifPresent(page -> wanted.addAll(page.files())));
        Map<String, Taken> taken = files.take(wanted);
        List<Verdict> verdicts = judge(lot, taken);
        List<Known> written = new ArrayList<>();
        run.together(() -> {
            List<Incoming> pages =
                    verdicts.stream().flatMap(each -> each.page().stream()).toList();
            if (!dryRun && !pages.isEmpty()) {
                written.addAll(rows.write(site, pages, known::of, run.by().username(), now, this::links));
            }
            verdicts.forEach(each -> run.done(each.path(), each.outcome(), each.code(), each.words(), each.path()));
        });
        known.add(written);
    }

    /** On a thread of its own: it touches nothing but the files of the old site. */
    private Read read(String path) {
        try {
            return Read.of(page(path));
        } catch (Problem why) {
            return Read.refused(path, why);
        }
    }

    private OldPage page(String path) {
        if (path.length() > OldPath.LONGEST) {
            throw Problem.of(400, "path_too_long", OldPath.LONGEST);
        }
        if (mapping.isSkipped(path)) {
            throw Problem.of(400, "page_left_out");
        }
        String column = mapping.column(path).orElseThrow(() -> Problem.of(400, "page_without_column"));
        OldPage page = reader.read(path, column, old.read(path, LARGEST_PAGE, "page_too_large"));
        checks.require(page.draft());
        return page;
    }

    private List<Verdict> judge(List<Read> lot, Map<String, Taken> taken) {
        Map<String, String> hashes = new HashMap<>();
        lot.forEach(each -> each.page().ifPresent(page -> hashes.put(page.path(), OldFiles.hash(page, taken))));
        Set<Long> untouched = rows.untouched(
                site,
                hashes.keySet().stream()
                        .flatMap(path -> made(path).stream())
                        .filter(before -> !before.hash().equals(hashes.get(before.path())))
                        .toList());
        Map<String, String> first = new HashMap<>();
        hashes.values().forEach(hash -> known.page(hash).ifPresent(path -> first.put(hash, path)));
        first.putAll(tried);
        return lot.stream()
                .map(each -> each.page()
                        .map(page -> judge(page, hashes, first, untouched, taken))
                        .orElseGet(() -> {
                            Problem why = each.refusal().orElseThrow();
                            return skipped(
                                    each.path(), why.code(), why.arguments().toArray());
                        }))
                .toList();
    }

    private Verdict judge(
            OldPage page,
            Map<String, String> hashes,
            Map<String, String> first,
            Set<Long> untouched,
            Map<String, Taken> taken) {
        String path = page.path();
        String hash = hashes.get(path);
        if (known.of(path).filter(before -> before.hash().equals(hash)).isPresent()) {
            return new Verdict(path, "unchanged", Optional.empty(), "", Optional.empty());
        }
        Optional<Long> own = made(path).flatMap(Known::article);
        if (own.filter(article -> !untouched.contains(article)).isPresent()) {
            return skipped(path, "changed_since_import");
        }
        Optional<String> twin = Optional.ofNullable(first.get(hash))
                .filter(other ->
                        !other.equals(path) && hashes.getOrDefault(other, hash).equals(hash));
        if (twin.isPresent() && own.isEmpty()) {
            Verdict why = skipped(path, "page_twice", twin.get());
            Incoming same = new Incoming(path, hash, page.draft(), Optional.empty(), twin);
            return new Verdict(path, why.outcome(), why.code(), why.words(), Optional.of(same));
        }
        first.put(hash, path);
        if (dryRun) {
            tried.put(hash, path);
        }
        return taken(page, new Incoming(path, hash, page.draft(), own, Optional.empty()), taken);
    }

    /** What is known of a page that an article was made of. */
    private Optional<Known> made(String path) {
        return known.of(path).filter(before -> before.made() > 0);
    }

    private Verdict taken(OldPage page, Incoming incoming, Map<String, Taken> files) {
        boolean update = incoming.article().isPresent();
        String outcome = dryRun ? update ? "would-update" : "would-import" : update ? "updated" : "imported";
        String refused = page.files().stream()
                .flatMap(file -> files.get(file).refusal().stream().map(code -> file + ": " + say(code)))
                .collect(Collectors.joining("; "));
        if (!refused.isEmpty()) {
            return verdict(page, outcome, incoming, "attachments_left_out", refused);
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

    private Linked links(Incoming page, Function<String, Optional<Known>> now) {
        OldLinks.Resolved resolved = OldLinks.resolve(page.draft().body(), path -> address(now, path));
        return new Linked(resolved.body(), !resolved.open().isEmpty());
    }

    private List<String> linked(List<String> bodies) {
        return bodies.stream()
                .map(body -> OldLinks.drop(
                        OldLinks.resolve(body, path -> address(known::of, path)).body()))
                .toList();
    }

    private Optional<String> address(Function<String, Optional<Known>> now, String path) {
        return now.apply(path)
                .flatMap(to -> to.article()
                        .map(id -> Addresses.ofArticle(site, id))
                        .or(() -> to.file().map(id -> Addresses.ofFile(site, id, path))));
    }
}
