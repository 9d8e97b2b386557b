package org.jutong.catalog;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** What can be ordered. Thread-safe. */
@ProviderType
public interface Offerings {

    /** All, by id; those missing included. */
    List<Offering> all();

    /** The offering, or empty. */
    Optional<Offering> find(String plugin);

    /**
     * Takes the plugin's bundle off the platform. Permission {@code plugin.manage} on the root site.
     *
     * @param keepData whether to go on although sites hold data of it; the data stays in its tables
     * @throws org.jutong.plugin.Problem {@code plugin_not_found} (404), {@code plugin_holds_data} (409) naming how many
     *     records on how many sites, {@code plugin_in_use} (409) where it is in force on a site, {@code
     *     plugin_data_unknown} (409) where the records cannot be counted; the three only without {@code keepData}
     */
    void uninstall(Actor by, String plugin, boolean keepData);
}
