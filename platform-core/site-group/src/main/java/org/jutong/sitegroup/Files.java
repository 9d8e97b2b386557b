package org.jutong.sitegroup;

import java.io.InputStream;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files that belong to something else: documents of a step, packages, what was imported. Equal contents are stored
 * once. A file that nothing refers to within a day is removed. Thread-safe.
 */
@ProviderType
public interface Files {

    /** The largest file, in bytes. */
    long LARGEST = 20L << 20;

    /**
     * Keeps a file.
     *
     * @param content read to its end; the caller closes it
     * @throws org.jutong.plugin.Problem {@code file_name_invalid}, {@code file_empty} (400), {@code file_too_large}
     *     (413), {@code file_type_not_allowed} (415) where the content is not of an allowed type
     */
    StoredFile keep(Actor by, String name, InputStream content);

    /** The file, or empty. Whether somebody may read it is for the service that refers to it to say. */
    Optional<StoredFile> find(long id);

    /** Its content. */
    byte[] content(StoredFile file);
}
