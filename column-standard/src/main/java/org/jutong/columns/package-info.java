/** The column standard. */
@Version("1.0.0")
@Export
package org.jutong.columns;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
