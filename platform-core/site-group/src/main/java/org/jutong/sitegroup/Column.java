package org.jutong.sitegroup;

import java.time.Period;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * A column (栏目) of a site.
 *
 * @param site the site
 * @param key its name in addresses, unique on the site, {@code [a-z][a-z0-9-]*}
 * @param name its title
 * @param parent the key of the first-level column above it; empty for a first-level column
 * @param type a value of the tag ColumnType, such as 工作动态
 * @param description the tag ColumnDescription
 * @param keywords the tag ColumnKeywords
 * @param clock how often it is to be updated; empty where nothing is asked
 * @param position its place among its siblings, the lowest first
 */
public record Column(
        SiteCode site,
        String key,
        String name,
        Optional<String> parent,
        String type,
        String description,
        String keywords,
        Optional<Period> clock,
        int position) {

    /** A column that need not be updated, before its siblings. */
    public Column(
            SiteCode site,
            String key,
            String name,
            Optional<String> parent,
            String type,
            String description,
            String keywords) {
        this(site, key, name, parent, type, description, keywords, Optional.empty(), 0);
    }

    /** The same with another description and other keywords. */
    public Column describedAs(String newDescription, String newKeywords) {
        return new Column(site, key, name, parent, type, newDescription, newKeywords, clock, position);
    }
}
