package org.jutong.sitegroup;

import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Publishes what was reviewed elsewhere, and records it as such. For the platform's own loaders alone: nobody reaches it
 * through REST, the console or the shell, and it takes no other actor than the platform itself. Thread-safe.
 */
@ProviderType
public interface TakenOver {

    /**
     * Publishes a draft without reviews here. One that is no draft stays as it is.
     *
     * @param by {@link org.jutong.identity.Accounts#SYSTEM}
     * @param from where it was reviewed, such as {@code demonstration}; at most 16 characters
     * @throws org.jutong.plugin.Problem 403 {@code forbidden} for anybody else; {@code lint_failed} (422)
     */
    Article publish(Actor by, long article, String from);
}
