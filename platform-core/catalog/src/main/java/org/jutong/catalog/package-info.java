/** Offerings, orders, enrolments and the one gate. */
@Version("1.0.0")
@Export
package org.jutong.catalog;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
