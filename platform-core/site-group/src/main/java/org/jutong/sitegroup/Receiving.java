package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a site does with articles that others push to it: it shows them at once, which is usual, or wants to be asked first.
 * Thread-safe.
 */
@ProviderType
public interface Receiving {

    /** Whether the site wants to be asked. Permission {@code article.publish} or {@code site.manage} on it. */
    boolean asks(Actor by, SiteCode site);

    /**
     * Says whether the site wants to be asked from now on; what waits already goes on waiting. Permission {@code
     * site.manage}.
     *
     * @param reason plain text
     * @throws org.jutong.plugin.Problem {@code reason_missing}, {@code reason_too_long} (400)
     */
    void ask(Actor by, SiteCode site, boolean asked, String reason);

    /** What waits for the site's answer, by article, those after {@code after}. Permission {@code article.publish}. */
    List<Waiting> waiting(Actor by, SiteCode site, Optional<Long> after, int limit);

    /**
     * Shows an article that waits. Permission {@code article.publish}.
     *
     * @throws org.jutong.plugin.Problem {@code nothing_waits} (404), {@code column_not_found} (404) where the site has the
     *     column no more, {@code site_not_in_service} (409)
     */
    void accept(Actor by, SiteCode site, long article);

    /**
     * Refuses an article that waits; whoever pushed it finds the reason in the push. Permission {@code article.publish}.
     *
     * @throws org.jutong.plugin.Problem {@code nothing_waits} (404), {@code reason_missing}, {@code reason_too_long} (400)
     */
    void decline(Actor by, SiteCode site, long article, String reason);

    /**
     * An article that waits.
     *
     * @param title as it is now
     * @param owner the site that wrote it
     * @param column where it will go
     * @param push which brought it
     */
    record Waiting(long article, String title, SiteCode owner, String column, long push, String by, Instant since) {}
}
