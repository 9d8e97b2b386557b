package org.jutong.sitegroup;

import java.time.LocalDate;
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
 * @param kind what it is
 * @param state where it stands in its life
 * @param until the last day of its temporary closure or of the notice that it will close; empty in any other state
 * @param movedTo the site that takes over, or took over, its content; empty unless it is merging, closing or closed
 */
public record Site(
        SiteCode code,
        String name,
        Level level,
        String region,
        String regionName,
        Optional<SiteCode> parent,
        String colour,
        SiteKind kind,
        SiteState state,
        Optional<LocalDate> until,
        Optional<SiteCode> movedTo) {

    /** A portal in service. */
    public Site(
            SiteCode code,
            String name,
            Level level,
            String region,
            String regionName,
            Optional<SiteCode> parent,
            String colour) {
        this(
                code,
                name,
                level,
                region,
                regionName,
                parent,
                colour,
                SiteKind.PORTAL,
                SiteState.LIVE,
                Optional.empty(),
                Optional.empty());
    }

    /** The same in another state. */
    public Site in(SiteState next, Optional<LocalDate> day, Optional<SiteCode> target) {
        return new Site(code, name, level, region, regionName, parent, colour, kind, next, day, target);
    }

    /** The same below another site. */
    public Site below(SiteCode above) {
        return new Site(code, name, level, region, regionName, Optional.of(above), colour, kind, state, until, movedTo);
    }
}
