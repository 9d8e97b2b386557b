/** What every core bundle stands on: installed plugins, texts, the clock, news of changed sites. */
@Version("1.0.0")
@Export
package org.jutong.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
