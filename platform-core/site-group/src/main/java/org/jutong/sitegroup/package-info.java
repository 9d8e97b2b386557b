/** Sites, their columns, articles, placements and pushes. */
@Version("1.0.0")
@Export
package org.jutong.sitegroup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
