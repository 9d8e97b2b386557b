package org.jutong.sitegroup;

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
 */
public record Column(
        SiteCode site,
        String key,
        String name,
        Optional<String> parent,
        String type,
        String description,
        String keywords) {}
