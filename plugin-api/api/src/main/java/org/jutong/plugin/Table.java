package org.jutong.plugin;

import java.util.Arrays;
import java.util.List;

/**
 * What a shell command prints: columns and rows, or one sentence.
 *
 * @param columns the headings; empty where the table is a single sentence
 * @param rows each as long as {@code columns}, or one row of one cell for a sentence
 */
public record Table(List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A table with these headings. */
    public static Table of(List<String> columns, List<List<String>> rows) {
        return new Table(columns, rows);
    }

    /** One sentence instead of a table. */
    public static Table sentence(String... words) {
        return new Table(List.of(), List.of(List.of(String.join(" ", Arrays.asList(words)))));
    }
}
