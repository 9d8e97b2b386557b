/** The column standard (栏目架构标准) as versioned data, and the page tags. */
@Version("1.0.0")
@Export
package org.jutong.columns;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
