package org.jutong.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one place that decides whether a site has a plugin. Routes, menus, blocks, console pages, commands and data
 * access all pass here. Answers come from memory and agree with the tables after each commit. Thread-safe.
 */
@ProviderType
public interface Gate {

    /**
     * The context for a call into the plugin, or empty where the plugin is not in force on the site or its bundle is
     * not started.
     */
    Optional<SiteContext> enter(String plugin, SiteCode site, Actor actor);

    /**
     * @throws Problem {@code site_not_found} or {@code plugin_not_found} (404) for an unknown one,
     *     {@code plugin_not_enabled} (404) otherwise
     */
    SiteContext require(String plugin, SiteCode site, Actor actor);

    /** The plugins in force on the site whose bundles are started, by id. */
    List<String> enabled(SiteCode site);

    /**
     * Runs a call into a plugin on a thread of its own with a deadline, a bound on how many run at once, and a count
     * of faults; after repeated faults the plugin is quarantined for a while and calls fail at once. A {@link Problem}
     * passes through and is no fault.
     *
     * @throws PluginFault where the plugin failed, was late, is overloaded or is quarantined
     */
    <R> R call(SiteContext context, Function<SiteContext, R> work) throws PluginFault;
}
