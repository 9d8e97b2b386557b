/** Stores over the shared data source. */
@Version("1.0.0")
@Export
package org.jutong.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
