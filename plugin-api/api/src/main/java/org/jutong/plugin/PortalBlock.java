package org.jutong.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plugin's block on the home page of an enrolled site. Register one as an OSGi service. The page is cached until
 * something of the site changes (any {@code write} of the plugin's store counts), so the block must depend on nothing
 * but the site's data. Called by many threads at once, with a deadline; a block that fails leaves a labelled gap.
 */
@ConsumerType
public interface PortalBlock {

    /** What the block shows; rendered inside a section headed by the view's title. */
    View block(SiteContext site);
}
