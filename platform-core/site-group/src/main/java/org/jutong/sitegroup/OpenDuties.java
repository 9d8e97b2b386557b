package org.jutong.sitegroup;

import java.util.List;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Asked, as an OSGi service, before a site closes for good: what of it is still in use. Whoever keeps something for a
 * site registers one. Thread-safe.
 */
@ConsumerType
public interface OpenDuties {

    /** What is open, each in a few words that the site's owner understands, in Chinese; empty where nothing is. */
    List<String> of(SiteCode site);
}
