/** Channels outside the platform to which articles are pushed, and what became of each push. */
@Version("1.0.0")
@Export
package org.jutong.channels;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
