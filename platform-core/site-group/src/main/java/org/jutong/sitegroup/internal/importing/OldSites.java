package org.jutong.sitegroup.internal.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Archive;

/** Opens old sites: a folder where it is, an archive unpacked for as long as it is needed. */
final class OldSites {

    private final Archives archives;
    private final ImportFolder folder;

    OldSites(Archives archives, ImportFolder folder) {
        this.archives = archives;
        this.folder = folder;
    }

    OldSite open(SiteCode site, ImportRequest request) {
        if (request.folder() != null) {
            return OldSite.folder(requireFolder(request.folder()));
        }
        Archive archive = archives.find(site, request.archive())
                .orElseThrow(() -> Problem.notFound("archive_not_found", String.valueOf(request.archive())));
        Path place = made();
        try {
            Path copy = place.resolve("archive");
            try (OutputStream out = Files.newOutputStream(copy)) {
                archives.copy(archive, out);
            }
            Path unpacked = Files.createDirectory(place.resolve("files"));
            return Unpacking.of(copy, unpacked, () -> remove(place));
        } catch (IOException e) {
            remove(place);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            remove(place);
            throw e;
        }
    }

    Path requireFolder(String given) {
        Path found = folder.require(given);
        if (!Files.isDirectory(found)) {
            throw Problem.invalid("import_path_not_found", "folder", given);
        }
        return found;
    }

    private static Path made() {
        try {
            return Files.createTempDirectory("jutong-import");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
