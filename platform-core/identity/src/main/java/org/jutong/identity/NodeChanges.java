package org.jutong.identity;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells the other nodes on the same database what changed of that which they hold in memory; they hear of it within two
 * seconds. Whoever reads something into memory at its beginning takes this service first, so that no change falls between
 * the reading and the following. Thread-safe.
 */
@ProviderType
public interface NodeChanges {

    /**
     * Call after the commit. While a {@link NodeFollower} follows a change it does nothing: what another node said is not
     * said again.
     *
     * @param kind what the names are of, the {@link NodeFollower#kind()} of those who follow
     * @param names what changed, at most a few hundred
     */
    void note(String kind, Collection<String> names);
}
