/** The plugin contract: all that a plugin of the platform may compile against. */
@Version("1.0.0")
@Export
@Capability(namespace = "org.jutong.contract", version = "1.0.0")
package org.jutong.plugin;

import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
