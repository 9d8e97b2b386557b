package org.jutong.identity;

import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/** Which host names are sites of the platform; the site group provides it. Thread-safe and fast. */
@ConsumerType
public interface SiteHosts {

    /** The site that has this host name (lower case, without a port); empty where none has. */
    Optional<SiteCode> ofHost(String host);
}
