package org.jutong.columns;

/** The kinds of page, from the general to the special: a page carries the tags of its kind and of those before it. */
public enum PageKind {
    /** The home page and whatever is neither column nor article. */
    SITE,
    /** The page of a column. */
    COLUMN,
    /** The page of an article. */
    ARTICLE
}
