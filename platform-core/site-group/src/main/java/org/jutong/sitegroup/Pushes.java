package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Placing a published article into the columns of other sites. One push is one transaction: after a crash it is there
 * whole or not at all. No site is left out unseen: where the article does not go, the push says why. Thread-safe.
 */
@ProviderType
public interface Pushes {

    /**
     * Places the article on every site of a subtree but its own, into the column of the same key or the one given, or into
     * what took that column's place. Permission {@code article.push} on the root of the subtree. Sites that have it already
     * are not changed; where a site wants to be asked, the article waits for its answer (see {@link Receiving}).
     *
     * @param idempotencyKey at most 64 characters; the same key returns the push that it made
     * @throws org.jutong.plugin.Problem {@code article_not_found}, {@code site_not_found} (404), {@code
     *     article_not_published}, {@code push_into_source} (409; the subtree is the article's own site alone), {@code
     *     lint_failed} (422)
     */
    Push push(Actor by, long article, SiteCode subtree, Optional<String> column, Optional<String> idempotencyKey);

    /**
     * What {@link #push} would do with each site, in the order of the tree; nothing is changed. The same permission and
     * refusals.
     */
    List<Target> plan(Actor by, long article, SiteCode subtree, Optional<String> column);

    /** @throws org.jutong.plugin.Problem {@code push_not_found} (404) */
    Push get(Actor by, long id);

    /**
     * The sites that did not get the article by this push, with where they stand now: still waiting, or left out and why.
     * By code, those after {@code after} where it is given.
     *
     * @throws org.jutong.plugin.Problem {@code push_not_found} (404)
     */
    List<Target> exceptions(Actor by, long id, Optional<SiteCode> after, int limit);

    /**
     * A push.
     *
     * @param placed how many sites got the article at once
     * @param present how many had it already
     * @param waiting how many were asked first
     * @param leftOut how many it could not go to
     */
    record Push(
            long id,
            long article,
            SiteCode subtree,
            int placed,
            int present,
            int waiting,
            int leftOut,
            String by,
            Instant at) {}

    /**
     * What becomes of one site.
     *
     * @param column where it goes on that site; where it goes nowhere, the column that was asked for
     * @param reason the key of the words under {@code push.reason.}; given where it is {@link Outcome#LEFT_OUT}
     * @param said what the site itself said to it, where it declined
     */
    record Target(SiteCode site, String column, Outcome outcome, Optional<String> reason, Optional<String> said) {

        /** Before the site says anything. */
        public Target(SiteCode site, String column, Outcome outcome, Optional<String> reason) {
            this(site, column, outcome, reason, Optional.empty());
        }
    }

    /** What a push does with a site. The names are stored and must never change. */
    enum Outcome {
        PLACED,
        PRESENT,
        WAITING,
        LEFT_OUT;

        /** The lower-case name used in REST. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
