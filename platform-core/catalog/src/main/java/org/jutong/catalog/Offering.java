package org.jutong.catalog;

import java.util.Map;
import java.util.Optional;
import org.jutong.runtime.PluginDescriptor;

/**
 * A plugin as the catalog shows it.
 *
 * @param plugin its id
 * @param title its name by language tag, the last known one where it is missing
 * @param version the bundle's version; empty where it is missing
 * @param descriptor what it says of itself; empty where its bundle is missing or its descriptor cannot be read
 * @param state whether it can be ordered
 * @param fault why it cannot, one sentence
 * @param enrolments how many sites have it in force
 */
public record Offering(
        String plugin,
        Map<String, String> title,
        String version,
        Optional<PluginDescriptor> descriptor,
        State state,
        Optional<String> fault,
        int enrolments) {

    /** Where a plugin stands on this platform. */
    public enum State {
        /** Its bundle is here and not started; the first approval starts it. */
        INSTALLED,
        /** Started. */
        ACTIVE,
        /** Its bundle is here and cannot run on this platform; see the fault. */
        INCOMPATIBLE,
        /** Sites are enrolled, but the bundle is gone. */
        MISSING
    }
}
