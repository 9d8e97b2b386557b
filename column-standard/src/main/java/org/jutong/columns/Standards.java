package org.jutong.columns;

import static org.jutong.columns.internal.DataFile.check;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All versions of the standard that a platform knows: the built-in ones and those that were added. Immutable. */
public final class Standards {

    private static final List<String> BUILT_IN = List.of("2026.1", "2026.2");

    private final NavigableMap<String, ColumnStandard> byVersion;

    private Standards(NavigableMap<String, ColumnStandard> byVersion) {
        this.byVersion = byVersion;
    }

    /** The versions in this bundle. */
    public static Standards builtIn() {
        Standards all = new Standards(new TreeMap<>((a, b) -> Arrays.compare(numbers(a), numbers(b))));
        for (String version : BUILT_IN) {
            all = all.with(ColumnStandard.load(version));
        }
        return all;
    }

    /**
     * These and one more. A correction has a version of its own, such as {@code 2026.1.1}, because sites name theirs.
     *
     * @throws StandardFault {@code standard_version_exists} where the version is there, and {@code standard_column_lost}
     *     where a column of an earlier version is neither kept nor replaced nor removed by it, or where it is the earlier
     *     one and a later version would lose a column
     */
    public Standards with(ColumnStandard added) {
        check(!byVersion.containsKey(added.version()), "standard_version_exists", "version", added.version());
        NavigableMap<String, ColumnStandard> more = new TreeMap<>(byVersion);
        more.put(added.version(), added);
        more.headMap(added.version()).values().forEach(earlier -> checkKept(earlier, added));
        more.tailMap(added.version(), false).values().forEach(later -> checkKept(added, later));
        return new Standards(more);
    }

    /** All versions, the oldest first. */
    public List<ColumnStandard> all() {
        return List.copyOf(byVersion.values());
    }

    /** A version by its number. */
    public Optional<ColumnStandard> find(String version) {
        return byVersion.values().stream()
                .filter(s -> s.version().equals(version))
                .findFirst();
    }

    /** The version with the highest number. */
    public ColumnStandard latest() {
        return byVersion.lastEntry().getValue();
    }

    private static void checkKept(ColumnStandard earlier, ColumnStandard later) {
        for (String level : earlier.levels()) {
            check(later.levels().contains(level), "standard_level_lost", "levels", level);
            for (StandardColumn column : earlier.columns(level)) {
                String key = column.key();
                boolean kept = later.column(level, key).isPresent()
                        || later.successor(level, key).isPresent()
                        || later.removed().stream().anyMatch(r -> r.key().equals(key));
                check(kept, "standard_column_lost", "columns", level + "/" + key);
            }
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
