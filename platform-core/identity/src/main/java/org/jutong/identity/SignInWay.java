package org.jutong.identity;

import org.osgi.annotation.versioning.ConsumerType;

/** A place to go to for signing in, offered on the page of sign-in: an OSGi service for each. Thread-safe. */
@ConsumerType
public interface SignInWay {

    /** The place, as accounts name it as their source, such as {@code oidc}. */
    String id();

    /** Its name for people, as the operator has set it. */
    String title();

    /** Where to send the browser: a path on this host. */
    String url();
}
