/** Keeping the sites' pages as files that a web server serves alone. */
@Version("1.0.0")
@Export
package org.jutong.publication;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
