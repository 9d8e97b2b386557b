package org.jutong.runtime;

import java.util.Collection;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told, as an OSGi service, after what a site shows has changed: articles, placements, columns, enrolments, or a
 * plugin's data. Called after the commit on the thread that made the change, so that whoever made it sees it.
 */
@ConsumerType
public interface SiteChangeListener {

    /** These sites changed; never empty. */
    void sitesChanged(Collection<SiteCode> sites);
}
