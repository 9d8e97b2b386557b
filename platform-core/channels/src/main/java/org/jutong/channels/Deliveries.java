package org.jutong.channels;

import java.util.List;
import java.util.Optional;
import org.jutong.channels.Delivery.State;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** Pushing articles to channels, and what became of it. Thread-safe. */
@ProviderType
public interface Deliveries {

    /**
     * Pushes a published article to channels of sites that show it. From then on its corrections and its withdrawal go there
     * by themselves. What is there already, or on its way, stays as it is; what was given up or taken away is tried anew.
     * Permission {@code article.push} on each channel's site.
     *
     * @param channels empty for all enabled ones of the site that owns the article
     * @return one for each channel, in that order
     * @throws org.jutong.plugin.Problem {@code article_not_found}, {@code channel_not_found} (404), {@code
     *     article_not_published}, {@code article_not_on_site}, {@code channel_disabled}, {@code channels_missing} (409)
     */
    List<Delivery> push(Actor by, long article, List<Long> channels);

    /** An article's, to channels of sites where the actor has {@code article.push} or {@code channel.manage}. */
    List<Delivery> of(Actor by, long article);

    /**
     * Those in this state, oldest first. Permission {@code article.push} or {@code channel.manage}.
     *
     * @param site whose channels; empty for all, which asks for the permission on the root
     * @param after the number of the last one of the page before
     */
    List<Delivery> in(Actor by, State state, Optional<SiteCode> site, Optional<Long> after, int limit);

    /**
     * Tries one anew that was given up. Permission {@code article.push} on the channel's site.
     *
     * @throws org.jutong.plugin.Problem {@code delivery_not_found} (404), {@code delivery_not_dead} (409)
     */
    Delivery retry(Actor by, long id);

    /** Leaves one that was given up as it is, for good; the same permission and refusals. */
    Delivery discard(Actor by, long id);
}
