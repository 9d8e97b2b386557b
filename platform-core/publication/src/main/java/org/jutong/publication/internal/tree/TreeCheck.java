package org.jutong.publication.internal.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jutong.publication.internal.tree.TreeFault.Kind;

/**
 * Compares a tree with its signed manifests. Needs nothing but the folder and the public key.
 */
public final class TreeCheck {

    private static final int LINE = 66;

    private final Path root;
    private final String publicKey;
    private final IntConsumer progress;
    private final List<TreeFault> faults = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private int files;

    /**
     * @param root the tree's folder
     * @param publicKey as PEM
     * @param progress is told now and then how many files are checked
     */
    public TreeCheck(Path root, String publicKey, IntConsumer progress) {
        this.root = root;
        this.publicKey = publicKey;
        this.progress = progress;
    }

    /** What is not as it was published; empty where all is. Without a right signature that alone. */
    public List<TreeFault> run() throws IOException {
        for (Map.Entry<String, String> manifest : signed().entrySet()) {
            String path = manifest.getKey();
            named.add(path);
            Path file = root.resolve(path);
            if (!isFile(file) || !Digests.of(file).equals(manifest.getValue())) {
                faults.add(new TreeFault(Kind.MANIFEST, path));
            } else {
                for (Map.Entry<String, String> each :
                        lines(Files.readString(file)).entrySet()) {
                    check(each.getKey(), each.getValue());
                }
            }
        }
        if (faults.stream().noneMatch(fault -> fault.kind() == Kind.SIGNATURE)) {
            extra("www");
            extra("manifest");
        }
        return List.copyOf(faults);
    }

    /** How many files were compared. */
    public int files() {
        return files;
    }

    /** What is signed: the sum of each manifest by its path; empty where the signature is none. */
    Map<String, String> signed() throws IOException {
        Path manifest = root.resolve(Tree.MANIFEST);
        Path signature = root.resolve(Tree.SIGNATURE);
        if (isFile(manifest) && isFile(signature)) {
            byte[] content = Files.readAllBytes(manifest);
            if (Seal.isSigned(publicKey, content, Files.readAllBytes(signature))) {
                return lines(new String(content, StandardCharsets.UTF_8));
            }
        }
        faults.add(new TreeFault(Kind.SIGNATURE, Tree.MANIFEST));
        return Map.of();
    }

    private void check(String path, String sum) throws IOException {
        named.add(path);
        files++;
        if (files % 1000 == 0) {
            progress.accept(files);
        }
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            faults.add(new TreeFault(Kind.CHANGED, path));
        } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            faults.add(new TreeFault(Kind.MISSING, path));
        } else if (!isFile(file) || !Digests.of(file).equals(sum)) {
            faults.add(new TreeFault(Kind.CHANGED, path));
        }
    }

    private void extra(String below) throws IOException {
        Path folder = root.resolve(below);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .map(each -> root.relativize(each).toString())
                    .filter(each -> !named.contains(each))
                    .sorted()
                    .forEach(each -> faults.add(new TreeFault(Kind.EXTRA, each)));
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Sum by path. */
    static Map<String, String> lines(String manifest) {
        Map<String, String> lines = new LinkedHashMap<>();
        manifest.lines()
                .filter(line -> !line.startsWith("#") && line.length() > LINE)
                .forEach(line -> lines.put(line.substring(LINE), line.substring(0, LINE - 2)));
        return lines;
    }
}
