/** A plugin's own data, kept apart by site. */
@Version("1.0.0")
@Export
package org.jutong.plugin.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
