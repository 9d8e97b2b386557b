package org.jutong.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plugin's own pages on the portal of an enrolled site, below {@code /sites/{code}/plugins/{plugin}/}. Register one
 * as an OSGi service. Called by many threads at once, for enrolled sites only, with a deadline.
 */
@ConsumerType
public interface PortalPages {

    /**
     * Answers one request.
     *
     * @throws Problem where there is nothing to show or the request is refused
     */
    PageResult serve(SiteContext site, PageRequest request);
}
