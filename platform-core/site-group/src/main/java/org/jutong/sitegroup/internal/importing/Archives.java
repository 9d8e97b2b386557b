package org.jutong.sitegroup.internal.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Archive;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.store.ArchiveRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Archives of sites: stored piece by piece, so that none is ever in memory as a whole. Thread-safe. */
@Component(service = Archives.class)
public final class Archives {

    /** The largest, in bytes. */
    public static final long LARGEST = 512L << 20;

    private static final int PIECE = 1 << 20;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration UNFINISHED = Duration.ofDays(1);
    private static final String MANAGE = "site.manage";

    private final Store store;
    private final ArchiveRows rows;
    private final Sites sites;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public Archives(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Sites sites,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new ArchiveRows(store);
        this.sites = sites;
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps an archive for an import; it is removed after 30 days. Permission {@code site.manage}.
     *
     * @param content read to its end; the caller closes it
     * @throws Problem {@code file_name_invalid}, {@code file_empty} (400), {@code file_too_large} (413),
     *     {@code archive_type_unknown} (415) where it is neither zip nor tar.gz
     */
    public Archive handIn(Actor by, SiteCode site, String name, InputStream content) {
        require(by, site);
        String plain = PlainText.required("fileName", name, 200);
        if (plain.contains("/") || plain.contains("\\")) {
            throw Problem.invalid("file_name_invalid", "fileName");
        }
        removeOld();
        return keep(by, site, Archive.Purpose.IMPORT, plain, content);
    }

    /** The same out of a file, which names it. */
    public Archive handIn(Actor by, SiteCode site, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return handIn(by, site, file.getFileName().toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for any purpose; whoever calls has asked for the right. */
    public Archive keep(Actor by, SiteCode site, Archive.Purpose purpose, String name, InputStream content) {
        long id = rows.begin(site, purpose, name, by.username(), clock.instant());
        try {
            MessageDigest digest = sha256();
            long size = pieces(id, new DigestInputStream(content, digest));
            String hash = HexFormat.of().formatHex(digest.digest());
            return store.recorded(
                    () -> rows.complete(id, size, hash),
                    kept -> audit.record(Event.done(Action.FILE_KEEP, by, "archive:" + id)
                            .on(site)
                            .saying(hash)));
        } catch (IOException e) {
            rows.remove(id);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            rows.remove(id);
            throw e;
        }
    }

    private long pieces(long id, InputStream content) throws IOException {
        long size = 0;
        byte[] piece = content.readNBytes(PIECE);
        if (piece.length == 0) {
            throw Problem.invalid("file_empty", "file");
        }
        if (!isArchive(piece)) {
            throw Problem.of(415, "archive_type_unknown");
        }
        for (int number = 0; piece.length > 0; piece = content.readNBytes(PIECE)) {
            size += piece.length;
            if (size > LARGEST) {
                throw Problem.of(413, "file_too_large", LARGEST >> 20);
            }
            rows.add(id, number++, piece);
        }
        return size;
    }

    private static boolean isArchive(byte[] start) {
        return start.length > 4
                && (start[0] == 'P' && start[1] == 'K' || (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B);
    }

    private void removeOld() {
        Instant now = clock.instant();
        rows.old(now.minus(KEPT), now.minus(UNFINISHED)).forEach(rows::remove);
    }

    /** Those of the site, newest first. Permission {@code site.manage}. */
    public List<Archive> of(Actor by, SiteCode site) {
        require(by, site);
        return rows.of(site);
    }

    /** @throws Problem {@code archive_not_found} (404), also for another site's. Permission {@code site.manage}. */
    public Archive get(Actor by, SiteCode site, long id) {
        require(by, site);
        return find(site, id).orElseThrow(() -> Problem.notFound("archive_not_found", String.valueOf(id)));
    }

    /** The archive of this site, or empty; no right is asked for. */
    public Optional<Archive> find(SiteCode site, long id) {
        return rows.find(site, id);
    }

    /** Writes its content, piece by piece. */
    public void copy(Archive archive, OutputStream out) throws IOException {
        int number = 0;
        for (Optional<byte[]> piece = rows.piece(archive.id(), number);
                piece.isPresent();
                piece = rows.piece(archive.id(), ++number)) {
            out.write(piece.get());
        }
    }

    private void require(Actor by, SiteCode site) {
        sites.require(site);
        authority.require(by, MANAGE, site);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
