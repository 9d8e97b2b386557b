package org.jutong.channels;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jutong.plugin.SiteCode;

/**
 * A place outside the platform that a site has set up, such as its account on a social network.
 *
 * @param id its number
 * @param site whose it is; it carries what that site shows
 * @param kind of which {@link org.jutong.plugin.PushChannel} it is
 * @param name by which people know it, unique on the site
 * @param enabled whether anything is sent; while it is not, deliveries wait
 * @param settings what was filled in, without secrets
 * @param secrets the keys of the secrets that were filled in
 * @param standing how its deliveries stand
 */
public record Channel(
        long id,
        SiteCode site,
        String kind,
        String name,
        boolean enabled,
        Map<String, String> settings,
        Set<String> secrets,
        Standing standing) {

    /**
     * How a channel's deliveries stand.
     *
     * @param waiting how many are to be sent
     * @param dead how many were given up
     * @param fault why the newest of those failed last
     */
    public record Standing(long waiting, long dead, Optional<Delivery.Fault> fault) {}
}
