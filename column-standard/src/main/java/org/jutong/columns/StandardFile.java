package org.jutong.columns;

import static org.jutong.columns.internal.DataFile.check;
import static org.jutong.columns.internal.DataFile.period;
import static org.jutong.columns.internal.DataFile.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jutong.columns.internal.DataFile;
import org.jutong.columns.internal.Maybe;

/** The data file of a version, as it is written. */
record StandardFile(
        String version,
        String title,
        String since,
        Map<String, Basis> sources,
        Types types,
        Map<String, Level> levels,
        Map<String, Clock> clocks,
        List<Tag> tags,
        List<Local> local,
        List<Removed> removed,
        List<Entry> columns) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    record Types(String basis, List<String> values) {}

    record Level(String title, String basis, List<String> required) {}

    record Clock(String period, String basis) {}

    record Tag(
            String name,
            PageKind page,
            boolean required,
            @Maybe TagRule.TagFormat format,
            String basis) {}

    record Local(@Maybe String below, List<String> levels, int atMost, List<String> types, String basis) {}

    record Removed(String key, String basis) {}

    /** Levels and basis are those of the column above where a column of the second level does not say. */
    record Entry(
            String key,
            String name,
            String type,
            @Maybe String clock,
            @Maybe List<String> levels,
            @Maybe String basis,
            @Maybe List<String> replaces,
            String description,
            String keywords,
            @Maybe List<Entry> children) {

        List<Entry> below() {
            return children == null ? List.of() : children;
        }
    }

    ColumnStandard standard() {
        DataFile.version(version);
        resolve(sources, types.basis, "types.basis");
        Map<String, UpdateClock> times = new LinkedHashMap<>();
        clocks.forEach((id, c) -> {
            String at = "clocks." + id;
            times.put(
                    id,
                    new UpdateClock(id, period(c.period, at + ".period"), resolve(sources, c.basis, at + ".basis")));
        });
        Map<String, ColumnStandard.SiteLevel> byLevel = new LinkedHashMap<>();
        new Trees(times).all().forEach((id, found) -> byLevel.put(id, level(id, found)));
        return new ColumnStandard(
                version,
                title,
                DataFile.date(since, "since"),
                List.copyOf(types.values),
                byLevel,
                tagRules(),
                removedColumns(byLevel));
    }

    private ColumnStandard.SiteLevel level(String id, List<StandardColumn> found) {
        Level level = levels.get(id);
        String at = "levels." + id;
        for (String type : level.required) {
            known(type, at + ".required");
            check(found.stream().anyMatch(c -> c.type().equals(type)), "standard_type_lacking", at, type);
        }
        return new ColumnStandard.SiteLevel(
                level.title,
                List.copyOf(level.required),
                resolve(sources, level.basis, at + ".basis"),
                found,
                localRules(id, found));
    }

    private List<LocalRule> localRules(String level, List<StandardColumn> found) {
        List<LocalRule> rules = new ArrayList<>();
        for (int i = 0; i < local.size(); i++) {
            Local rule = local.get(i);
            String at = "local[" + i + "]";
            rule.levels.forEach(id -> resolve(levels, id, at + ".levels"));
            rule.types.forEach(type -> known(type, at + ".types"));
            check(rule.atMost > 0, "standard_number_invalid", at + ".atMost", String.valueOf(rule.atMost));
            Basis basis = resolve(sources, rule.basis, at + ".basis");
            if (rule.levels.contains(level)) {
                Optional<String> below = Optional.ofNullable(rule.below);
                below.ifPresent(key -> check(
                        found.stream()
                                .anyMatch(c -> c.key().equals(key) && c.parent().isEmpty()),
                        "standard_dangling",
                        at + ".below",
                        key));
                check(
                        rules.stream().noneMatch(r -> r.below().equals(below)),
                        "standard_duplicate",
                        at,
                        below.orElse(""));
                rules.add(new LocalRule(below, rule.atMost, List.copyOf(rule.types), basis));
            }
        }
        return List.copyOf(rules);
    }

    private List<TagRule> tagRules() {
        List<TagRule> rules = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            String at = "tags[" + i + "]";
            check(rules.stream().noneMatch(r -> r.name().equals(tag.name)), "standard_duplicate", at, tag.name);
            rules.add(new TagRule(
                    tag.name,
                    tag.page,
                    tag.required,
                    tag.format == null ? TagRule.TagFormat.TEXT : tag.format,
                    resolve(sources, tag.basis, at + ".basis")));
        }
        return List.copyOf(rules);
    }

    private List<RemovedColumn> removedColumns(Map<String, ColumnStandard.SiteLevel> byLevel) {
        List<RemovedColumn> gone = new ArrayList<>();
        for (int i = 0; i < removed.size(); i++) {
            String key = removed.get(i).key;
            String at = "removed[" + i + "]";
            boolean isThere = byLevel.values().stream()
                    .flatMap(l -> l.columns().stream())
                    .anyMatch(c -> c.key().equals(key) || c.replaces().contains(key));
            check(!isThere, "standard_contradiction", at, key);
            gone.add(new RemovedColumn(key, resolve(sources, removed.get(i).basis, at + ".basis")));
        }
        return List.copyOf(gone);
    }

    private void known(String type, String where) {
        check(types.values.contains(type), "standard_dangling", where, type);
    }

    /** The column trees of all levels. */
    private final class Trees {

        private final Map<String, UpdateClock> times;
        private final Map<String, List<StandardColumn>> byLevel = new LinkedHashMap<>();

        Trees(Map<String, UpdateClock> times) {
            this.times = times;
            levels.keySet().forEach(id -> byLevel.put(id, new ArrayList<>()));
        }

        Map<String, List<StandardColumn>> all() {
            for (int i = 0; i < columns.size(); i++) {
                Entry first = columns.get(i);
                String at = "columns[" + i + "]";
                check(first.levels != null, "standard_missing", at + ".levels", "");
                check(first.basis != null, "standard_missing", at + ".basis", "");
                put(first, Optional.empty(), first, at);
                for (int j = 0; j < first.below().size(); j++) {
                    Entry second = first.below().get(j);
                    String place = at + ".children[" + j + "]";
                    check(second.below().isEmpty(), "standard_too_deep", place + ".children", second.key);
                    put(second, Optional.of(first.key), first, place);
                }
            }
            byLevel.values().forEach(this::checkReplaced);
            return byLevel;
        }

        private void put(Entry e, Optional<String> parent, Entry above, String at) {
            StandardColumn column = column(e, parent, above, at);
            for (String level : e.levels == null ? above.levels : e.levels) {
                List<StandardColumn> found = resolve(byLevel, level, at + ".levels");
                check(above.levels.contains(level), "standard_contradiction", at + ".levels", level);
                check(found.stream().noneMatch(c -> c.key().equals(e.key)), "standard_duplicate", at + ".key", e.key);
                found.add(column);
            }
        }

        private StandardColumn column(Entry e, Optional<String> parent, Entry above, String at) {
            check(KEY.matcher(e.key).matches(), "standard_key_invalid", at + ".key", e.key);
            known(e.type, at + ".type");
            return new StandardColumn(
                    e.key,
                    e.name,
                    parent,
                    e.type,
                    e.description,
                    e.keywords,
                    Optional.ofNullable(e.clock).map(id -> resolve(times, id, at + ".clock")),
                    e.replaces == null ? List.of() : List.copyOf(e.replaces),
                    resolve(sources, e.basis == null ? above.basis : e.basis, at + ".basis"));
        }

        private void checkReplaced(List<StandardColumn> level) {
            Set<String> taken = new HashSet<>();
            level.forEach(c -> taken.add(c.key()));
            level.forEach(
                    c -> c.replaces().forEach(key -> check(taken.add(key), "standard_contradiction", c.key(), key)));
        }
    }
}
