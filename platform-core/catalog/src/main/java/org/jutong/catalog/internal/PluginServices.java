package org.jutong.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;

/** What a plugin's bundle registers. */
public interface PluginServices {

    /**
     * Waits until the bundle has registered what its manifest promises; a started bundle has nothing to serve before
     * its migrations have run. False where that takes too long.
     */
    boolean arrive(Bundle bundle);

    /**
     * Lets {@code work} use the bundle's services of this type; the list is empty where it has none. Empty where the
     * bundle promises such a service and does not have it.
     */
    <S, R> Optional<R> with(Bundle bundle, Class<S> type, Function<List<S>, R> work);
}
