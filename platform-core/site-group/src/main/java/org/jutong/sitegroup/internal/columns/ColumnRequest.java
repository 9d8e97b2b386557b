package org.jutong.sitegroup.internal.columns;

/**
 * What is asked of a column; {@code null} leaves as it is what is there.
 *
 * @param key its name in addresses; another one than it has lets its old address lead to the new one
 * @param parent the key of the column above it; empty for the first level
 * @param clock such as {@code P14D}; empty where it need not be updated
 * @param position its place among its siblings, from 1; beyond the last is the last
 */
public record ColumnRequest(
        String key,
        String title,
        String parent,
        String type,
        String clock,
        Integer position,
        String description,
        String keywords) {}
