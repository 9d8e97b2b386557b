package org.jutong.columns;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The data file of a version; refuses whatever it does not understand, because a typo would vanish silently. */
record StandardFile(
        String version,
        String title,
        Types types,
        Map<String, List<String>> required,
        Map<String, UpdateClock> clocks,
        List<Entry> columns) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");

    record Types(String source, Mark mark, List<String> values) {}

    record Entry(
            String key,
            String name,
            String type,
            String clock,
            List<String> levels,
            String description,
            String keywords,
            List<Entry> children) {

        boolean isOn(String level) {
            return levels == null || levels.contains(level);
        }

        List<Entry> below() {
            return children == null ? List.of() : children;
        }
    }

    static StandardFile read(String version) {
        String path = "/JUTONG-INF/standard/columns-" + version + ".json";
        try (InputStream in = StandardFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no column standard " + version);
            }
            return parse(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("The column standard " + version + " cannot be read", e);
        }
    }

    static StandardFile parse(InputStream in) throws IOException {
        return JSON.readValue(in, StandardFile.class);
    }

    ColumnStandard standard() {
        Map<String, List<StandardColumn>> byLevel = new LinkedHashMap<>();
        required.keySet().forEach(level -> byLevel.put(level, columnsOf(level)));
        return new ColumnStandard(version, List.copyOf(types.values()), byLevel);
    }

    private List<StandardColumn> columnsOf(String level) {
        List<StandardColumn> found = new ArrayList<>();
        for (Entry first : columns) {
            if (first.isOn(level)) {
                found.add(column(first, Optional.empty()));
                for (Entry second : first.below()) {
                    check(second.below().isEmpty(), "Column " + second.key + " is below the second level");
                    if (second.isOn(level)) {
                        found.add(column(second, Optional.of(first.key)));
                    }
                }
            }
        }
        Set<String> keys = new HashSet<>();
        found.forEach(c -> check(keys.add(c.key()), "Column " + c.key() + " is there twice on level " + level));
        for (String type : required.get(level)) {
            check(found.stream().anyMatch(c -> c.type().equals(type)), "Level " + level + " lacks a column of " + type);
        }
        return List.copyOf(found);
    }

    private StandardColumn column(Entry e, Optional<String> parent) {
        check(e.key != null && KEY.matcher(e.key).matches(), "Column key " + e.key + " is not lower-case ASCII");
        check(types.values().contains(e.type), "Column " + e.key + " has the unknown type " + e.type);
        check(isText(e.name) && isText(e.description) && isText(e.keywords), "Column " + e.key + " lacks words");
        check(e.levels == null || required.keySet().containsAll(e.levels), "Column " + e.key + " has an unknown level");
        check(e.clock == null || clocks.containsKey(e.clock), "Column " + e.key + " has the unknown clock " + e.clock);
        return new StandardColumn(
                e.key,
                e.name,
                parent,
                e.type,
                e.description,
                e.keywords,
                Optional.ofNullable(e.clock).map(clocks::get));
    }

    private static boolean isText(String value) {
        return value != null && !value.isBlank();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
