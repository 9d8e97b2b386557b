package org.jutong.sitegroup;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** The sites of the platform, a tree. Reads are answered from memory. Thread-safe. */
@ProviderType
public interface Sites {

    /**
     * Takes over a site that is in service already, with the columns that the standard gives to its kind and level. A
     * site that is not is applied for, see {@link SiteLife}. Permission {@code site.register} on the root; the root
     * needs it on itself. Registering a site again with the same facts returns the site.
     *
     * @throws Problem {@code invalid_site_code}, {@code region_not_found} (not six digits; the platform has no list of
     *     all divisions), {@code site_code_region_mismatch} (the code's first six digits are not the region's),
     *     {@code parent_not_found} (unknown, not in service, or empty where there is a root), {@code colour_unknown},
     *     {@code name_missing} and its like (400), {@code site_exists} (409)
     */
    default Site register(Actor by, NewSite site) {
        return register(by, List.of(site)).get(0);
    }

    /** The same for several, each after the one above it: all or none. */
    List<Site> register(Actor by, List<NewSite> sites);

    /** The site, or empty. */
    Optional<Site> find(SiteCode code);

    /** @throws Problem {@code site_not_found} (404) */
    default Site require(SiteCode code) {
        return find(code).orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
    }

    /** The site at the top; empty on a platform without sites. */
    Optional<Site> root();

    /** Sites in the order of their codes, those after {@code after} where it is given. */
    List<Site> page(Optional<SiteCode> after, int limit);

    /** The sites directly below, in the order of their codes. */
    List<Site> children(SiteCode code);

    /** The site and everything below it, the site first. */
    List<Site> subtree(SiteCode code);

    /** How many sites there are. */
    int count();

    /**
     * What a new site is made of.
     *
     * @param parent empty for the root
     */
    record NewSite(
            SiteCode code,
            String name,
            Level level,
            String region,
            String regionName,
            Optional<SiteCode> parent,
            String colour,
            SiteKind kind) {

        /** A portal. */
        public NewSite(
                SiteCode code,
                String name,
                Level level,
                String region,
                String regionName,
                Optional<SiteCode> parent,
                String colour) {
            this(code, name, level, region, regionName, parent, colour, SiteKind.PORTAL);
        }
    }
}
