package org.jutong.archtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents on security point at is there, and nothing that they must list is left out. */
class SecurityDocumentsTest {

    private static final Path FOLDER = Sources.file("docs/security");
    private static final String ITEMS =
            "distribution/arch-tests/src/test/resources/asvs-5.0.0-level-2.txt"; // levels 1 and 2
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern TEST = Pattern.compile("`\\w+\\.(\\w+)`");
    private static final Pattern ITEM = Pattern.compile("V\\d+\\.\\d+\\.\\d+");
    private static final Pattern CREATED = Pattern.compile("createTable:\\s+tableName: (\\w+)");

    static List<Path> documents() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_to_what_it_names(Path document) {
        assertThat(LINK.matcher(Sources.read(document)).results().filter(link -> !isTrue(document, link)))
                .as(Sources.name(document))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @Test
    void every_item_of_the_standard_is_answered_once() {
        List<String> answered = rows("asvs.md")
                .flatMap(cells -> ITEM.matcher(cells.get(0)).results())
                .map(MatchResult::group)
                .toList();
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        Sources.read(Sources.file(ITEMS)).lines().toList());
    }

    @Test
    void the_numbers_add_up() {
        Map<String, Long> answers = rows("asvs.md")
                .filter(cells -> cells.size() == 5 && ITEM.matcher(cells.get(0)).matches())
                .collect(Collectors.groupingBy(cells -> cells.get(3), TreeMap::new, Collectors.counting()));
        assertThat(answers).containsOnlyKeys("yes", "partly", "no");
        long all = Sources.read(Sources.file(ITEMS)).lines().count();
        long without =
                all - answers.values().stream().mapToLong(Long::longValue).sum();
        assertThat(Sources.read(FOLDER.resolve("asvs.md")))
                .contains(String.format(
                        Locale.ROOT,
                        "%d yes, %d partly, %d no, %d do not apply",
                        answers.get("yes"),
                        answers.get("partly"),
                        answers.get("no"),
                        without))
                .contains(String.format(
                        Locale.ROOT,
                        "| **all %d** | **%d** | **%d** | **%d** | **%d** |",
                        all,
                        answers.get("yes"),
                        answers.get("partly"),
                        answers.get("no"),
                        without));
    }

    @Test
    void every_table_has_its_line_among_the_data() {
        String listed = rows("data.md").map(cells -> cells.get(0)).collect(Collectors.joining(" "));
        Stream<String> tables = Sources.bundles().stream()
                .filter(module -> !Sources.name(module).startsWith("examples/"))
                .map(module -> module.resolve("src/main/resources/JUTONG-INF/schema/changelog.yaml"))
                .filter(Files::exists)
                .flatMap(changelog -> tables(Sources.read(changelog)));
        assertThat(tables.filter(table -> !listed.contains("`" + table + "`")))
                .as("tables that docs/security/data.md puts into no class, so that nobody protects them")
                .isEmpty();
    }

    /** Those that are there when all its changes have been made. */
    private static Stream<String> tables(String changelog) {
        return CREATED.matcher(changelog)
                .results()
                .filter(created -> !changelog
                        .substring(created.end())
                        .contains("dropTable: {tableName: " + created.group(1) + "}"))
                .map(created -> created.group(1));
    }

    private static boolean isTrue(Path document, MatchResult link) {
        Path target = link.group(2).isEmpty()
                ? document
                : document.resolveSibling(link.group(2)).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        boolean tested = TEST.matcher(link.group(1))
                .results()
                .allMatch(test -> Sources.read(target).contains(" " + test.group(1) + "("));
        return tested && (link.group(3) == null || anchors(target).contains(link.group(3)));
    }

    private static List<String> anchors(Path document) {
        return Sources.read(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The rows of a document's tables, cell by cell. */
    private static Stream<List<String>> rows(String document) {
        return Sources.read(FOLDER.resolve(document))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> Arrays.stream(line.substring(1).split("(?<!\\\\)\\|"))
                        .map(String::strip)
                        .toList());
    }
}
