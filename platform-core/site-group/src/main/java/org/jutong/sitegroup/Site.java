package org.jutong.sitegroup;

import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * A government web site.
 *
 * @param code its code
 * @param name its title, such as 贵阳市人民政府
 * @param level the level of its government
 * @param region the division code, six digits
 * @param regionName the division's name, such as 贵阳市
 * @param parent the site above it; empty for the root
 * @param colour the token of its main colour, {@code red} or {@code blue}
 */
public record Site(
        SiteCode code,
        String name,
        Level level,
        String region,
        String regionName,
        Optional<SiteCode> parent,
        String colour) {}
