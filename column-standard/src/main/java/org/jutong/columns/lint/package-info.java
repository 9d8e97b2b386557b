/** Checks pages and sites against the standard; every finding has an address and a rule. */
@Version("1.0.0")
@Export
package org.jutong.columns.lint;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
