/** The inspection of a site: six vetoes, a score, and the days that are left. */
@Version("1.0.0")
@Export
package org.jutong.columns.inspection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
