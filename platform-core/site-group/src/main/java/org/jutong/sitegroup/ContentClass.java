package org.jutong.sitegroup;

/** How much a text weighs; it picks the route of reviews that the text takes. What each route is, is data. */
public enum ContentClass {
    /** The gravest: its last review is asked of the site above. */
    A,
    /** The usual. */
    B,
    /** The lightest: any other editor may make its first review. */
    C
}
