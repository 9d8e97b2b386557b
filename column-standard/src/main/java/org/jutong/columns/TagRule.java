package org.jutong.columns;

/**
 * A page tag that the standard knows.
 *
 * @param name the name of the meta element, such as {@code PubDate}
 * @param page the kind of page from which on it is carried: a tag of {@link PageKind#SITE} is on every page, one of
 *     {@link PageKind#COLUMN} on the pages of columns and articles
 * @param required whether it must be there with content
 * @param format what its content looks like
 * @param basis the rule it comes from
 */
public record TagRule(String name, PageKind page, boolean required, TagFormat format, Basis basis) {

    /** What the content of a tag looks like. */
    public enum TagFormat {
        /** Any words. */
        TEXT,
        /** A time of Beijing as {@code YYYY-MM-DD HH:MM}. */
        TIME,
        /** A site's identification code (网站标识码). */
        SITE_CODE,
        /** One of {@link ColumnStandard#types()}, which is an open list. */
        COLUMN_TYPE
    }
}
