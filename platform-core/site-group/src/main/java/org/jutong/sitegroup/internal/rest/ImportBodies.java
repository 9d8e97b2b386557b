package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.internal.importing.ImportRequest;

/** The shapes of imports in REST. */
public final class ImportBodies {

    private ImportBodies() {}

    /** An archive. */
    public record ArchiveView(
            long id, String site, String purpose, String name, long size, String sha256, String by, Instant at) {

        static ArchiveView of(Archive archive) {
            return new ArchiveView(
                    archive.id(),
                    archive.site().value(),
                    archive.purpose().id(),
                    archive.name(),
                    archive.size(),
                    archive.sha256(),
                    archive.by(),
                    archive.at());
        }
    }

    /** Archives. */
    public record ArchiveList(List<ArchiveView> items) {}

    /** What is to be imported. */
    public record ImportBody(Long archive, String folder, Map<String, Object> mapping, Boolean dryRun) {

        ImportRequest asked() {
            return new ImportRequest(archive, Page.text(folder).orElse(null), mapping, Boolean.TRUE.equals(dryRun));
        }

        static ImportBody given(ImportBody body) {
            return Optional.ofNullable(body).orElseThrow(() -> Problem.invalid("mapping_missing", "mapping"));
        }
    }
}
