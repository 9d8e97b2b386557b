package org.jutong.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.plugin.SiteData;
import org.osgi.framework.Bundle;

/** Finds what a plugin's bundle registers about its data. */
public interface SiteDataLookup {

    /**
     * Lets {@code work} use the services, none where the plugin stores nothing; empty where the bundle promises one in
     * its manifest and it does not come.
     */
    <R> Optional<R> with(Bundle bundle, Function<List<SiteData>, R> work);
}
