package org.jutong.sitegroup;

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

    /** The site's host name, or empty. */
    Optional<String> of(SiteCode site);

    /** The site of this host name (lower case, without a port), or empty. */
    Optional<SiteCode> ofHost(String host);

    /**
     * Gives the site this host name, or takes it away. Permission {@code site.manage} on the site. The name itself and
     * its certificate are the business of DNS and of the proxy in front.
     *
     * @param host in any case; international names in their ASCII form
     * @throws org.jutong.plugin.Problem {@code site_not_found} (404), {@code host_invalid} (400), {@code host_taken}
     *     (409) where another site has it
     */
    void set(Actor by, SiteCode site, Optional<String> host);
}
