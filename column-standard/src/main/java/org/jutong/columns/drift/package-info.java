/** How a site's columns differ from the standard, and the way from one version to another and back. */
@Version("1.0.0")
@Export
package org.jutong.columns.drift;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
