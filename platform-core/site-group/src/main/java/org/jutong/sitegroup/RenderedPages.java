package org.jutong.sitegroup;

import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The pages of a site as visitors get them, in Simplified Chinese; an OSGi service of whoever renders them. The linter reads
 * them. Thread-safe.
 */
@ConsumerType
public interface RenderedPages {

    /** The host name under which visitors reach the site. */
    String host(SiteCode site);

    /** The document of the home page. */
    String home(SiteCode site);

    /** The document of a column's first page; empty where the site has no such column. */
    Optional<String> column(SiteCode site, String key);

    /** The document of an article's page; empty where the article is not published on the site. */
    Optional<String> article(SiteCode site, long id);
}
