package org.jutong.columns;

/**
 * Where a rule comes from. Every rule of the standard has one.
 *
 * @param source the document and the words that say so, in Chinese, as it is quoted
 * @param mark how sure the rule is
 */
public record Basis(String source, Mark mark) {}
