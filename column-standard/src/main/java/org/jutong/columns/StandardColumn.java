package org.jutong.columns;

import java.util.List;
import java.util.Optional;

/**
 * A column (栏目) that the standard gives to a site. Immutable; the same object serves every site of a level.
 *
 * @param key its name in addresses, unique within a level, {@code [a-z][a-z0-9-]*}
 * @param name its title; may contain {@code {region}}, see {@link #nameFor}
 * @param parent the key of the first-level column above it; empty for a first-level column
 * @param type a value of the tag ColumnType
 * @param description the tag ColumnDescription
 * @param keywords the tag ColumnKeywords, separated by commas
 * @param clock how often it must be updated; empty where no rule is known
 * @param replaces keys of columns of earlier versions whose articles this column takes; none of them is a column now
 * @param basis why the standard has this column
 */
public record StandardColumn(
        String key,
        String name,
        Optional<String> parent,
        String type,
        String description,
        String keywords,
        Optional<UpdateClock> clock,
        List<String> replaces,
        Basis basis) {

    /**
     * The title on a site.
     *
     * @param region the short name of the site's region, such as 贵阳
     */
    public String nameFor(String region) {
        return name.replace("{region}", region);
    }
}
