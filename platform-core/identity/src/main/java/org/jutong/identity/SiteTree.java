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

    /** The site at the top; empty on a platform without sites. */
    Optional<SiteCode> root();
}
