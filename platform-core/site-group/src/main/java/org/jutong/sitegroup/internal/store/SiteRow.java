package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.SiteState;

@Entity(name = "Site")
@Table(name = "SG_SITE")
class SiteRow {

    @Id
    private String code;

    private String name;

    @Column(name = "SITE_LEVEL")
    private String level;

    private String region;

    @Column(name = "REGION_NAME")
    private String regionName;

    private String parent;

    private String colour;

    private String standard;

    @Column(name = "OPENED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant openedAt;

    @Column(name = "OPENED_BY")
    private String openedBy;

    private String kind;

    private String state;

    @Column(name = "UNTIL_DAY")
    private LocalDate until;

    @Column(name = "MOVED_TO")
    private String movedTo;

    protected SiteRow() {}

    SiteRow(Site site, String standard, String openedBy, Instant openedAt) {
        this.code = site.code().value();
        this.level = site.level().name();
        this.region = site.region();
        this.kind = site.kind().name();
        fill(site);
        this.standard = standard;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    String standard() {
        return standard;
    }

    void standard(String version) {
        this.standard = version;
    }

    Site site() {
        return new Site(
                new SiteCode(code),
                name,
                Level.valueOf(level),
                region,
                regionName,
                Optional.ofNullable(parent).map(SiteCode::new),
                colour,
                SiteKind.valueOf(kind),
                SiteState.valueOf(state),
                Optional.ofNullable(until),
                Optional.ofNullable(movedTo).map(SiteCode::new));
    }

    /** Takes over what can change of a site; code, level, kind and region never do. */
    void fill(Site site) {
        this.name = site.name();
        this.regionName = site.regionName();
        this.parent = site.parent().map(SiteCode::value).orElse(null);
        this.colour = site.colour();
        this.state = site.state().name();
        this.until = site.until().orElse(null);
        this.movedTo = site.movedTo().map(SiteCode::value).orElse(null);
    }
}
