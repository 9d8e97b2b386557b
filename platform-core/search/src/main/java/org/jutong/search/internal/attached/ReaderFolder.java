package org.jutong.search.internal.attached;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import org.jutong.search.internal.reader.Reader;
import org.osgi.framework.Bundle;

/** The reader's classes and libraries, taken out of the bundle to where a process can load them. */
final class ReaderFolder {

    private ReaderFolder() {}

    /** Its class path. */
    static String of(Bundle bundle, Path folder) {
        copy(bundle, "reader", "*.jar", folder);
        copy(bundle, Reader.class.getPackageName().replace('.', '/'), "*.class", folder);
        return folder + File.pathSeparator + folder.resolve("reader") + File.separator + "*";
    }

    private static void copy(Bundle bundle, String path, String names, Path folder) {
        for (URL entry : Collections.list(bundle.findEntries(path, names, false))) {
            Path to = folder.resolve(entry.getPath().substring(1));
            try (InputStream in = entry.openStream()) {
                Files.createDirectories(to.getParent());
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
