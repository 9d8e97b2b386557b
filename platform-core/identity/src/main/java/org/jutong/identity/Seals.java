package org.jutong.identity;

import org.osgi.annotation.versioning.ProviderType;

/** Keeps secrets that must be readable again, such as the keys of an interface elsewhere. Thread-safe. */
@ProviderType
public interface Seals {

    /**
     * Seals the bytes with the platform's key.
     *
     * @param owner what it belongs to, such as {@code channel:17}; it opens for no other
     */
    String seal(byte[] secret, String owner);

    /** @throws IllegalStateException where it was sealed with another key, for another owner, or was altered */
    byte[] open(String sealed, String owner);
}
