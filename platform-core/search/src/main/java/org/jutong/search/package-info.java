/** Finding published articles. */
@Version("1.0.0")
@Export
package org.jutong.search;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
