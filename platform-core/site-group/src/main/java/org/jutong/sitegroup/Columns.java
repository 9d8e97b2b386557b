package org.jutong.sitegroup;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** The columns of the sites, made from the column standard. Thread-safe. */
@ProviderType
public interface Columns {

    /** All columns of the site in their order, each first-level column followed by its second-level ones. */
    List<Column> of(SiteCode site);

    /** The column, or empty. */
    Optional<Column> find(SiteCode site, String key);

    /**
     * The column to which an address leads: the one of this key, or the one that took its place when it was renamed,
     * merged or removed; empty where nothing did.
     */
    default Optional<Column> current(SiteCode site, String key) {
        return find(site, key);
    }

    /** @throws Problem {@code column_not_found} (404) */
    default Column require(SiteCode site, String key) {
        return find(site, key).orElseThrow(() -> Problem.notFound("column_not_found", key, site.value()));
    }
}
