package org.jutong.archtests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the repository. */
final class Sources {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    /** What people wrote; what tools made is left out. */
    private static final List<Path> FILES = walk();

    private Sources() {}

    /** Folders of modules that are bundles. */
    static List<Path> bundles() {
        return files("pom.xml")
                .filter(pom -> read(pom).contains("<artifactId>bnd-maven-plugin</artifactId>"))
                .map(Path::getParent)
                .filter(module -> !module.equals(ROOT))
                .sorted()
                .toList();
    }

    /** A file by its path from the root. */
    static Path file(String path) {
        return ROOT.resolve(path);
    }

    /** All Java files, tests included. */
    static List<Path> java() {
        return files(".java").sorted().toList();
    }

    static List<Path> mainJava(Path module) {
        return java().stream()
                .filter(file -> file.startsWith(module.resolve("src/main/java")))
                .toList();
    }

    /** The root packages of a module's classes, which are the names of bundles. */
    static Set<String> rootPackages(Path module) {
        Path sources = module.resolve("src/main/java");
        return mainJava(module).stream()
                .map(sources::relativize)
                .map(file -> file.subpath(0, 3).toString().replace('/', '.'))
                .collect(Collectors.toSet());
    }

    /** Whether the module is always there, as plugins are not. */
    static boolean isCore(Path module) {
        return name(module).startsWith("platform-core/") || name(module).startsWith("plugin-api/");
    }

    /** The texts of a module in one language, by key; empty where it has no such file. */
    static Map<String, String> texts(Path module, String language) {
        Path file = module.resolve("src/main/resources/JUTONG-INF/texts/" + language + ".properties");
        Map<String, String> texts = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
        }
        return texts;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Stream<Path> files(String ending) {
        return FILES.stream().filter(file -> file.toString().endsWith(ending));
    }

    private static List<Path> walk() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                    boolean made = Set.of("target", "node_modules", ".git")
                            .contains(folder.getFileName().toString());
                    return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }
}
