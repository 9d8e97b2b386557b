package org.jutong.sitegroup.internal.importing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.internal.files.StoredFiles;
import org.jutong.sitegroup.internal.store.ImportedRows;

/** Attachments and pictures of the old site, taken along as pages ask for them. */
final class OldFiles {

    private static final int REMEMBERED = 5_000;

    private final ImportedRows rows;
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

    OldFiles(ImportedRows rows, OldSite old, SiteCode site, String by, Instant now, boolean dryRun) {
        this.rows = rows;
        this.old = old;
        this.site = site;
        this.by = by;
        this.now = now;
        this.dryRun = dryRun;
    }

    /** A file by its hash, or the code of its refusal. */
    private record Taken(String sha256, Optional<String> refusal) {}

    /** Takes it along; the code of the refusal where that cannot be. */
    Optional<String> take(String path) {
        return look(path).refusal();
    }

    /** Of what a page says and shows: the same for the same content at any time. */
    String hash(OldPage page) {
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
        page.files().forEach(file -> all.append(look(file).sha256()));
        return StoredFiles.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Taken look(String path) {
        Taken known = taken.get(path);
        if (known == null) {
            known = taken(path);
            taken.put(path, known);
        }
        return known;
    }

    private Taken taken(String path) {
        byte[] content;
        try {
            content = old.read(path, (int) Files.LARGEST, "file_too_large_to_take");
        } catch (Problem tooLarge) {
            return new Taken("", Optional.of(tooLarge.code()));
        }
        String type = sniffer.detect(content, path.substring(path.lastIndexOf('/') + 1));
        if (path.length() > OldPath.LONGEST || content.length == 0 || !StoredFiles.isAllowed(type)) {
            return new Taken("", Optional.of("file_kind_not_taken"));
        }
        String sha256 = StoredFiles.sha256(content);
        if (!dryRun) {
            rows.keepFile(site, path, type, sha256, content, by, now);
        }
        return new Taken(sha256, Optional.empty());
    }
}
