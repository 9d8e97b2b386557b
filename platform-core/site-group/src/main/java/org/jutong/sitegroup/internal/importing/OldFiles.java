package org.jutong.sitegroup.internal.importing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.internal.files.StoredFiles;
import org.jutong.sitegroup.internal.store.FileRows.Content;
import org.jutong.sitegroup.internal.store.ImportedRows;

/** Attachments and pictures of the old site, taken along as pages ask for them. */
final class OldFiles {

    private static final int REMEMBERED = 5_000;
    private static final int LONGEST_NAME = 200;

    /** So many, or of so many bytes, are kept in one transaction. */
    private static final int MANY = 50;

    private static final long MANY_BYTES = 4 << 20;

    private final ImportedRows rows;
    private final KnownPaths known;
    private final OldSite old;
    private final SiteCode site;
    private final String by;
    private final Instant now;
    private final boolean dryRun;
    private final Tika sniffer = new Tika();
    private final Map<String, Taken> taken = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Taken> eldest) {
            return size() > REMEMBERED;
        }
    };

    OldFiles(ImportedRows rows, KnownPaths known, OldSite old, SiteCode site, String by, Instant now, boolean dryRun) {
        this.rows = rows;
        this.known = known;
        this.old = old;
        this.site = site;
        this.by = by;
        this.now = now;
        this.dryRun = dryRun;
    }

    /**
     * A file, or why it was not taken.
     *
     * @param sha256 of its content; empty where it was not taken
     * @param refusal the code
     */
    record Taken(String sha256, Optional<String> refusal) {}

    /** Takes these along, some at a time. */
    Map<String, Taken> take(Collection<String> paths) {
        Map<String, Taken> all = new HashMap<>();
        Map<String, Content> waiting = new LinkedHashMap<>();
        long bytes = 0;
        for (String path : paths) {
            Taken before = taken.get(path);
            if (before == null) {
                before = look(path, waiting);
                taken.put(path, before);
                bytes += waiting.containsKey(path) ? waiting.get(path).bytes().length : 0;
            }
            all.put(path, before);
            if (bytes > MANY_BYTES || waiting.size() >= MANY) {
                keep(waiting);
                bytes = 0;
            }
        }
        keep(waiting);
        return all;
    }

    private void keep(Map<String, Content> waiting) {
        if (!waiting.isEmpty() && !dryRun) {
            known.add(rows.keepFiles(site, waiting, known::of, by, now));
        }
        waiting.clear();
    }

    /** Of what a page says and shows: the same for the same content at any time. */
    static String hash(OldPage page, Map<String, Taken> files) {
        StringBuilder all = new StringBuilder();
        Draft draft = page.draft();
        for (String part : new String[] {
            draft.title(),
            draft.source(),
            draft.author(),
            draft.column(),
            draft.published().toString(),
            draft.body()
        }) {
            all.append(part.length()).append(':').append(part);
        }
        page.files().forEach(file -> all.append(files.get(file).sha256()));
        return StoredFiles.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Taken look(String path, Map<String, Content> waiting) {
        byte[] content;
        try {
            content = old.read(path, (int) Files.LARGEST, "file_too_large_to_take");
        } catch (Problem tooLarge) {
            return new Taken("", Optional.of(tooLarge.code()));
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String type = sniffer.detect(content, name);
        if (path.length() > OldPath.LONGEST || content.length == 0 || !StoredFiles.isAllowed(type)) {
            return new Taken("", Optional.of("file_kind_not_taken"));
        }
        String sha256 = StoredFiles.sha256(content);
        if (known.of(path).filter(same -> same.hash().equals(sha256)).isEmpty()) {
            String last = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
            waiting.put(path, new Content(last, type, sha256, content));
        }
        return new Taken(sha256, Optional.empty());
    }
}
