package org.jutong.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command at the operator's shell, {@code <plugin>:<name> SITE [ARGUMENT…]}. Register one as an OSGi service. The
 * platform completes and checks the site, checks {@link #permission()} there, and prints the table or, for a
 * {@link Problem}, one sentence.
 */
@ConsumerType
public interface PluginCommand {

    /** The verb, such as {@code list}. */
    String name();

    /** One sentence of help. */
    String description();

    /** A permission that the plugin's {@code plugin.yaml} declares. */
    String permission();

    /** The names of the arguments after the site, all required. */
    default List<String> arguments() {
        return List.of();
    }

    /** Runs the command; {@code arguments} has as many values as {@link #arguments()} has names. */
    Table run(SiteContext site, List<String> arguments);
}
