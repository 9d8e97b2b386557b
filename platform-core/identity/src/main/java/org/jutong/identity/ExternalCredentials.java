package org.jutong.identity;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Another place that checks passwords, such as a directory: an OSGi service for each. It is asked for the accounts
 * that have its name as their source, and for these alone. Thread-safe.
 */
@ConsumerType
public interface ExternalCredentials {

    /** The source that accounts name, such as {@code ldap}. */
    String source();

    /**
     * Whether this is the password of the account there; false also where the place knows no such account.
     *
     * @param username the account's name
     * @param password as typed, never empty
     * @throws org.jutong.plugin.Problem {@code sign_in_elsewhere_unavailable} (503) where the place does not answer
     */
    boolean matches(String username, String password);
}
