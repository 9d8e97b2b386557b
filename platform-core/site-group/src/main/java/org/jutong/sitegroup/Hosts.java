package org.jutong.sitegroup;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Host names of sites. A site that has one is found under it without its code in the address; the platform's main host
 * shows the root site. Reads are answered from memory. Thread-safe.
 */
@ProviderType
public interface Hosts {

    /** The site's main host name, or empty. */
    Optional<String> of(SiteCode site);

    /** Its further host names, by name; whoever comes by one is sent to the main one. */
    List<String> further(SiteCode site);

    /** The site of this host name (lower case, without a port), or empty. */
    Optional<SiteCode> ofHost(String host);

    /** {@link #set(Actor, SiteCode, Optional, List)} without further names. */
    default void set(Actor by, SiteCode site, Optional<String> host) {
        set(by, site, host, List.of());
    }

    /**
     * Gives the site these host names in place of those it had, or takes them away. Permission {@code site.manage} on the site. The name itself and
     * its certificate are the business of DNS and of the proxy in front.
     *
     * @param host the main one, in any case; international names in their ASCII form
     * @param further at most five others, only where there is a main one
     * @throws org.jutong.plugin.Problem {@code site_not_found} (404), {@code host_invalid} (400), {@code host_taken}
     *     (409) where another site has it
     */
    void set(Actor by, SiteCode site, Optional<String> host, List<String> further);
}
