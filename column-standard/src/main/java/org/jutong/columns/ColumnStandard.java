package org.jutong.columns;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.columns.internal.DataFile;

/**
 * The column standard (栏目架构标准) of one version: which columns a site of each level has, which it may add, how often they
 * are updated and which tags their pages carry. It is data: the built-in versions are files of this bundle,
 * {@code JUTONG-INF/standard/columns-<version>.json}, and {@link #read} takes any other, so that an operator corrects a
 * rule without a build. Immutable and thread-safe.
 */
public final class ColumnStandard {

    /** The version that new sites get. */
    public static final String CURRENT = "2026.1";

    private final String version;
    private final String title;
    private final LocalDate since;
    private final List<String> types;
    private final Map<String, SiteLevel> levels;
    private final List<TagRule> tags;
    private final List<RemovedColumn> removed;

    /** What the standard says of the sites of a level. */
    record SiteLevel(
            String title, List<String> required, Basis basis, List<StandardColumn> columns, List<LocalRule> local) {
        SiteLevel {
            columns = List.copyOf(columns);
        }
    }

    ColumnStandard(
            String version,
            String title,
            LocalDate since,
            List<String> types,
            Map<String, SiteLevel> levels,
            List<TagRule> tags,
            List<RemovedColumn> removed) {
        this.version = version;
        this.title = title;
        this.since = since;
        this.types = types;
        this.levels = levels;
        this.tags = tags;
        this.removed = removed;
    }

    /** The current version. */
    public static ColumnStandard load() {
        return load(CURRENT);
    }

    /**
     * A built-in version.
     *
     * @throws StandardFault where there is no such version
     */
    public static ColumnStandard load(String version) {
        return DataFile.ofBundle("columns-" + version, StandardFile.class).standard();
    }

    /**
     * A version from a file of JSON, at most 1 MiB. The stream is not closed.
     *
     * @throws StandardFault with code and place, where the file has unknown keys, wrong types, references to nothing or
     *     rules that contradict each other
     */
    public static ColumnStandard read(InputStream in) {
        return DataFile.read(in, StandardFile.class).standard();
    }

    /** The version, such as {@code 2026.1}. */
    public String version() {
        return version;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** The day from which on it is in force. */
    public LocalDate since() {
        return since;
    }

    /** The values that ColumnType may have; sites may need more, the list is open. */
    public List<String> types() {
        return types;
    }

    /** The levels of sites: {@code province}, {@code prefecture}, {@code county} and {@code department}. */
    public Set<String> levels() {
        return levels.keySet();
    }

    /** What sites of this level are called. */
    public String levelTitle(String levelId) {
        return level(levelId).title;
    }

    /**
     * The columns of a level in their order, each first-level column followed by its second-level ones.
     *
     * @param levelId one of {@link #levels()}
     * @throws IllegalArgumentException for any other level
     */
    public List<StandardColumn> columns(String levelId) {
        return level(levelId).columns;
    }

    /** A column of a level by its key. */
    public Optional<StandardColumn> column(String levelId, String key) {
        return columns(levelId).stream().filter(c -> c.key().equals(key)).findFirst();
    }

    /** The column of a level that takes the articles of this column of an earlier version. */
    public Optional<StandardColumn> successor(String levelId, String key) {
        return columns(levelId).stream().filter(c -> c.replaces().contains(key)).findFirst();
    }

    /** The values of ColumnType of which every site of the level has a column. */
    public List<String> requiredTypes(String levelId) {
        return level(levelId).required;
    }

    /** Why sites of the level have these columns and no others. */
    public Basis basis(String levelId) {
        return level(levelId).basis;
    }

    /** Where sites of the level may have columns of their own; nowhere else. */
    public List<LocalRule> local(String levelId) {
        return level(levelId).local;
    }

    /** The page tags. */
    public List<TagRule> tags() {
        return tags;
    }

    /** Columns of earlier versions that are gone without a successor. */
    public List<RemovedColumn> removed() {
        return removed;
    }

    private SiteLevel level(String id) {
        return Optional.ofNullable(levels.get(id))
                .orElseThrow(() -> new IllegalArgumentException("The standard has no level " + id));
    }
}
