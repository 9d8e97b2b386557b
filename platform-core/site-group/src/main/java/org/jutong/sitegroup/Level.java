package org.jutong.sitegroup;

import java.util.Locale;

/** The level of government that a site belongs to; decides its columns and its prices. */
public enum Level {
    PROVINCE,
    PREFECTURE,
    COUNTY;

    /** The lower-case name used in data, REST and {@code plugin.yaml}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
