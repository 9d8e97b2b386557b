/** The codes and numbers of government pages: what they look like, and what was probably meant. */
@Version("1.0.0")
@Export
package org.jutong.columns.codes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
