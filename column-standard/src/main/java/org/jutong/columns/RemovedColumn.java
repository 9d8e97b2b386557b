package org.jutong.columns;

/**
 * A column that earlier versions had, that is gone and that no other column replaces.
 *
 * @param key its key
 * @param basis why it is gone
 */
public record RemovedColumn(String key, Basis basis) {}
