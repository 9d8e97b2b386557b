package org.jutong.columns;

import java.util.List;
import java.util.Optional;

/**
 * Where a site may have columns of its own.
 *
 * @param below the key of the first-level column under which they may stand; empty for the first level itself
 * @param atMost how many a site may have there
 * @param types the values of ColumnType that they may have
 * @param basis the rule it comes from
 */
public record LocalRule(Optional<String> below, int atMost, List<String> types, Basis basis) {}
