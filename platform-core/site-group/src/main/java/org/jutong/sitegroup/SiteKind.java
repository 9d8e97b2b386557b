package org.jutong.sitegroup;

import java.util.Locale;

/** What a site is; decides, with the {@link Level}, which columns the standard gives it. */
public enum SiteKind {
    /** The portal of a government (政府门户网站). */
    PORTAL,
    /** The site of a department (部门网站). */
    DEPARTMENT;

    /** The lower-case name used in data and REST. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name under which the column standard keeps the columns of such a site. */
    public String standardLevel(Level level) {
        return this == DEPARTMENT ? id() : level.id();
    }
}
