package org.jutong.plugin;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a plugin holds for a site, and how it is taken out. Every plugin that stores anything registers one as an OSGi
 * service. All three work while the enrolment is suspended, and are idempotent.
 */
@ConsumerType
public interface SiteData {

    /** How many records the plugin holds for the site. */
    long footprint(SiteContext site);

    /** Writes all records of the site as NDJSON, one a line; the caller closes the stream. */
    void export(SiteContext site, OutputStream out) throws IOException;

    /** Deletes all records of the site for good. */
    void purge(SiteContext site);
}
