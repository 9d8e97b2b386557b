package org.jutong.itests.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The distribution under test with {@link LaterClock} in it. */
public final class Later {

    private static final String BUNDLE = "org.jutong.itests/later-clock/1";
    private static final String JAR = "system/org/jutong/itests/later-clock/1/later-clock-1.jar";
    private static final String STARTUP = "etc/startup.properties";
    private static final String CLASS = LaterClock.class.getName().replace('.', '/') + ".class";

    private final Path home;

    private Later(Path home) {
        this.home = home;
    }

    /** A distribution of its own in this folder, which is made. */
    public static Later in(Path home) {
        try {
            copy(Platform.home(), home);
            Path jar = home.resolve(JAR);
            Files.createDirectories(jar.getParent());
            write(jar);
            Files.writeString(home.resolve(STARTUP), "mvn\\:" + BUNDLE + " = 12\n", StandardOpenOption.APPEND);
            return new Later(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The platform so many days ahead. */
    public Platform start(int days, Path data, Map<String, String> environment) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(LaterClock.DAYS, Integer.toString(days));
        return Platform.start(home, data, more);
    }

    /** Links, but for what is written to. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (target.endsWith(STARTUP)) {
                    Files.copy(file, target);
                } else {
                    Files.createLink(target, file);
                }
            }
        }
    }

    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.jutong.itests.later-clock");
        main.putValue("Bundle-Version", "1");
        main.putValue("Bundle-Activator", LaterClock.class.getName());
        main.putValue("Import-Package", "org.osgi.framework");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(out, manifest);
                InputStream code = Later.class.getClassLoader().getResourceAsStream(CLASS)) {
            content.putNextEntry(new ZipEntry(CLASS));
            code.transferTo(content);
            content.closeEntry();
        }
    }
}
