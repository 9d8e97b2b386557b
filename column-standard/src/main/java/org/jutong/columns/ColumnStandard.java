package org.jutong.columns;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The column standard (栏目架构标准) of one version: which columns a site of each level has. The data is a file of this
 * bundle, {@code JUTONG-INF/standard/columns-<version>.json}, so that an operator can correct a rule without a build.
 * Immutable and thread-safe.
 */
public final class ColumnStandard {

    /** The version that new sites get. */
    public static final String CURRENT = "2026.1";

    private final String version;
    private final List<String> types;
    private final Map<String, List<StandardColumn>> byLevel;

    ColumnStandard(String version, List<String> types, Map<String, List<StandardColumn>> byLevel) {
        this.version = version;
        this.types = types;
        this.byLevel = byLevel;
    }

    /** The current version. */
    public static ColumnStandard load() {
        return load(CURRENT);
    }

    /**
     * A given version.
     *
     * @throws IllegalArgumentException where there is no such version, or its file breaks the rules of the standard
     */
    public static ColumnStandard load(String version) {
        return StandardFile.read(version).standard();
    }

    /** The version, such as {@code 2026.1}. */
    public String version() {
        return version;
    }

    /** The values that ColumnType may have. */
    public List<String> types() {
        return types;
    }

    /**
     * The columns of a level in their order, each first-level column followed by its second-level ones.
     *
     * @param levelId {@code province}, {@code prefecture} or {@code county}
     * @throws IllegalArgumentException for any other level
     */
    public List<StandardColumn> columns(String levelId) {
        return Optional.ofNullable(byLevel.get(levelId))
                .orElseThrow(() -> new IllegalArgumentException("The standard has no level " + levelId));
    }
}
