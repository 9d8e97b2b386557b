package org.jutong.sitegroup;

import java.util.List;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/** Asked, as an OSGi service, when a site is packed: which plugins it uses. Thread-safe. */
@ConsumerType
public interface SiteEnrolments {

    /** Those in force, by plugin. */
    List<Enrolled> of(SiteCode site);

    /** A plugin and the plan that it is used on. */
    record Enrolled(String plugin, String plan) {}
}
