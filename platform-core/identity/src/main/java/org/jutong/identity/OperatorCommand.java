package org.jutong.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Table;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command of the core at the operator's shell; register one as an OSGi service and the shell bundle shows it. The
 * services that it calls check the actor's rights, as they do for REST.
 */
@ConsumerType
public interface OperatorCommand {

    /** For {@link #permission()}: anybody of the staff. */
    String SIGNED_IN = "signed-in";

    /** Scope and verb, such as {@code site:list}. */
    String name();

    /** One sentence of help. */
    String description();

    /**
     * The permission that the shell asks for before it runs the command, anywhere on the platform; the services behind
     * it check it where it counts. {@link #SIGNED_IN} where staff need no particular right. A command whose permission
     * nobody declares is not shown.
     */
    String permission();

    /** Those of which one is enough; {@link #permission()} alone unless a command says otherwise. */
    default Set<String> anyOf() {
        return Set.of(permission());
    }

    /** What is asked for, in order. */
    List<Argument> arguments();

    /** Runs the command; {@code values} has every required argument and those optional ones that were given. */
    Table run(Actor actor, Map<String, String> values);

    /**
     * The same for a person who waits for it. A command that may take long overrides this.
     *
     * @param progress is told now and then how far it is, in a few words; what is told later replaces it
     */
    default Table run(Actor actor, Map<String, String> values, Consumer<String> progress) {
        return run(actor, values);
    }

    /**
     * An argument or, where its name starts with {@code --}, an option that takes a value ({@code --plan basic}), or a
     * flag where {@code kind} is {@link Kind#FLAG} (its value is then {@code true}).
     *
     * @param name such as {@code site} or {@code --limit}
     * @param description what it means
     * @param kind how it is completed
     * @param required whether it must be given
     */
    record Argument(String name, String description, Kind kind, boolean required) {}

    /** How a value is completed at the shell. */
    enum Kind {
        SITE,
        PLUGIN,
        ORDER,
        ARTICLE,
        COLUMN,
        FLAG,
        TEXT
    }
}
