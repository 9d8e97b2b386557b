package org.jutong.identity;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/** What identity needs to know of the site tree; the site group provides it. Thread-safe and fast: asked at each check. */
@ConsumerType
public interface SiteTree {

    /** The site itself, then its parent, up to the root; empty for an unknown site. */
    List<SiteCode> pathToRoot(SiteCode site);

    /** Whether something can still be done there; false for an unknown site and for one that is closed or closing. */
    default boolean isOpen(SiteCode site) {
        return !pathToRoot(site).isEmpty();
    }

    /** The column itself, then the one above it, up to the first level; empty for one that the site has not. */
    default List<String> columnPath(SiteCode site, String column) {
        return List.of(column);
    }

    /** What people call the site; empty for an unknown one. */
    default Optional<String> name(SiteCode site) {
        return Optional.empty();
    }

    /** The site at the top; empty on a platform without sites. */
    Optional<SiteCode> root();
}
