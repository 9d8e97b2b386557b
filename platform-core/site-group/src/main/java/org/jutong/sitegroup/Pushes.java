package org.jutong.sitegroup;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Placing a published article into the columns of other sites. One push is one transaction: after a crash it is there
 * whole or not at all. Thread-safe.
 */
@ProviderType
public interface Pushes {

    /**
     * Places the article on every site of a subtree but its own, into the column of the same key or the one given.
     * Permission {@code article.push} on the root of the subtree. Sites that have it already are counted, not changed.
     *
     * @param idempotencyKey at most 64 characters; the same key returns the push that it made
     * @throws org.jutong.plugin.Problem {@code article_not_found}, {@code site_not_found}, {@code column_not_found}
     *     (404, naming the first site without the column), {@code article_not_published} (409), {@code lint_failed} (422)
     */
    Push push(Actor by, long article, SiteCode subtree, Optional<String> column, Optional<String> idempotencyKey);

    /** @throws org.jutong.plugin.Problem {@code push_not_found} (404) */
    Push get(Actor by, long id);

    /**
     * A push.
     *
     * @param placed how many sites got the article by it
     * @param present how many had it already
     */
    record Push(long id, long article, SiteCode subtree, int placed, int present, String by, Instant at) {}
}
