package org.jutong.sitegroup;

import java.util.Locale;

/**
 * Where a site stands in its life. Which step leads from where to where is the business of {@link SiteLife}. The names
 * are stored and must never change.
 */
public enum SiteState {
    /** Applied for; the levels above look at it one after the other. */
    APPLIED,
    /** Applied for and refused; may be applied for again. */
    REJECTED,
    /** Approved; it has its columns and is filled, filed and tested. */
    PREPARING,
    /** In service. */
    LIVE,
    /** In service again at a day that is known. */
    TEMPORARILY_CLOSED,
    /** In service; its content moves to another site and the levels above look at the closure. */
    MERGING,
    /** In service; the notice of its closure is on its home page. */
    CLOSING,
    /** Gone; its old addresses say where the content went. */
    CLOSED;

    /** The lower-case name used in REST, such as {@code temporarily_closed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether visitors can read it. */
    public boolean isPublic() {
        return this == LIVE || this == MERGING || this == CLOSING;
    }

    /** Whether it has columns that articles can be put into. */
    public boolean hasContent() {
        return isPublic() || this == PREPARING || this == TEMPORARILY_CLOSED;
    }

    /** Whether its life is over, or never began. */
    public boolean isOver() {
        return this == CLOSED || this == REJECTED;
    }
}
