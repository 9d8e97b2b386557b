package org.jutong.sitegroup.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.PlainText;
import org.jutong.sitegroup.internal.store.FileRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files in the site group's tables. */
@Component(service = {StoredFiles.class, Files.class})
public final class StoredFiles implements Files {

    /** What offices hand in; nothing that a browser would run. */
    private static final Set<String> ALLOWED = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.ms-works",
            "application/ofd",
            "application/x-tika-msoffice",
            "application/zip",
            "application/x-rar-compressed",
            "application/x-7z-compressed",
            "text/plain",
            "text/csv",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "audio/mpeg",
            "video/mp4");

    private final FileRows rows;
    private final Audit audit;
    private final Clock clock;
    private final Store store;
    private final Tika sniffer = new Tika();

    /** Over the site group's tables. */
    @Activate
    public StoredFiles(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new FileRows(store);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public StoredFile keep(Actor by, String name, InputStream content) {
        if (!by.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        String plain = plainName(name);
        byte[] bytes = read(content);
        String type = type(plain, bytes);
        if (!ALLOWED.contains(type)) {
            throw Problem.of(415, "file_type_not_allowed", plain, type);
        }
        return store.recorded(
                () -> rows.add(plain, type, sha256(bytes), bytes, by.username(), clock.instant()),
                kept -> audit.record(
                        Event.done(Action.FILE_KEEP, by, "file:" + kept.id()).saying(kept.sha256())));
    }

    /** The media type that the content is of; the name decides only between formats of one family. */
    public String type(String name, byte[] content) {
        return sniffer.detect(content, name);
    }

    /** Whether files of this type are taken at all. */
    public static boolean isAllowed(String type) {
        return ALLOWED.contains(type);
    }

    @Override
    public Optional<StoredFile> find(long id) {
        return rows.find(id);
    }

    @Override
    public byte[] content(StoredFile file) {
        return rows.content(file.sha256());
    }

    /** A name without a path. */
    static String plainName(String name) {
        String plain = PlainText.required("fileName", name, 200);
        if (plain.contains("/") || plain.contains("\\")) {
            throw Problem.invalid("file_name_invalid", "fileName");
        }
        return plain;
    }

    /** All of it; refuses what is empty or too large. */
    static byte[] read(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(Math.toIntExact(LARGEST) + 1);
            if (bytes.length > LARGEST) {
                throw Problem.of(413, "file_too_large", LARGEST >> 20);
            }
            if (bytes.length == 0) {
                throw Problem.invalid("file_empty", "file");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lower-case hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
