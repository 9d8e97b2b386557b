/** People, roles on subtrees of the site tree, sessions, and the operator's commands. */
@Version("1.0.0")
@Export
package org.jutong.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
