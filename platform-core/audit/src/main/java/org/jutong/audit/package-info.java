/** The record of every change and every denied attempt: a chain of entries that cannot be altered unseen. */
@Version("1.0.0")
@Export
package org.jutong.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
