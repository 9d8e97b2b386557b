package org.jutong.channels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.PushChannel;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** Setting up the channels of sites. Thread-safe. */
@ProviderType
public interface Channels {

    /** The kinds that can be set up now, in the order of their names. */
    List<PushChannel> kinds();

    /** Those of a site, in the order in which they were made. Permission {@code channel.manage} or {@code article.push}. */
    List<Channel> of(Actor by, SiteCode site);

    /**
     * Sets one up. Permission {@code channel.manage} on the site.
     *
     * @throws org.jutong.plugin.Problem {@code channel_kind_not_found}, {@code channel_name_missing}, {@code
     *     channel_name_too_long} (60), {@code channel_setting_missing}, {@code channel_setting_unknown}, {@code
     *     channel_setting_too_long} (1,000) and what the kind finds wrong (400), {@code channel_exists}, {@code
     *     channels_too_many} (50) (409)
     */
    Channel add(Actor by, SiteCode site, String kind, Change wanted);

    /** Changes one; the same permission and refusals, and {@code channel_not_found} (404). */
    Channel change(Actor by, SiteCode site, long id, Change wanted);

    /** Takes one away with its deliveries; what is published there stays there. The same permission. */
    void remove(Actor by, SiteCode site, long id);

    /** Tries whether it can be reached; throws what was wrong. The same permission. */
    void probe(Actor by, SiteCode site, long id);

    /**
     * What is to be different.
     *
     * @param name empty for the same one
     * @param enabled empty for the same
     * @param settings all that are not secret; of the secrets those that change. Empty for the same ones
     */
    record Change(Optional<String> name, Optional<Boolean> enabled, Optional<Map<String, String>> settings) {

        /** Without the settings, which may be secret. */
        @Override
        public String toString() {
            return "Change[" + name + ", " + enabled + "]";
        }
    }
}
