package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The reviews that every text passes before readers see it (三审三校): three, one after the other, by three people none of
 * whom wrote any version that is under review. The content class picks the route. Thread-safe.
 */
@ProviderType
public interface Reviews {

    /** When a text is published that has passed its reviews. */
    enum When {
        /** With the last approval. */
        AT_ONCE,
        /** At a time. */
        AT,
        /** When somebody publishes it. */
        BY_HAND
    }

    /**
     * When to publish.
     *
     * @param at the time; empty unless {@code when} is {@link When#AT}
     */
    record Timing(When when, Optional<Instant> at) {

        /** With the last approval. */
        public static final Timing AT_ONCE = new Timing(When.AT_ONCE, Optional.empty());

        /** When somebody publishes it. */
        public static final Timing BY_HAND = new Timing(When.BY_HAND, Optional.empty());

        /** At that time. */
        public static Timing at(Instant time) {
            return new Timing(When.AT, Optional.of(time));
        }
    }

    /** What happened to a text. */
    enum Decision {
        SUBMITTED,
        APPROVED,
        RETURNED,
        /** Taken back, or changed while it was under review. */
        RECALLED,
        PUBLISHED,
        /** It was due and could not be published; the remark is the code of what was wrong. */
        HELD,
        WITHDRAWN,
        /** A correction that was thrown away. */
        DISCARDED
    }

    /**
     * An entry of an article's history.
     *
     * @param number of the version that it is about
     * @param stage of an approval or a return: which review, from 1; 0 of anything else
     * @param by user name
     * @param remark the reason, may be empty
     */
    record Note(int number, int stage, Decision decision, String by, Instant at, String remark) {}

    /**
     * A stage of the route.
     *
     * @param number from 1
     * @param title by language
     * @param permission what its reviewer needs
     * @param site where the permission is needed
     * @param passed the approval, where it was given in this round
     * @param current whether it is the one that is waited for
     * @param open whether the asking person may make it now
     */
    record Stage(
            int number,
            Map<String, String> title,
            String permission,
            SiteCode site,
            Optional<Note> passed,
            boolean current,
            boolean open) {}

    /**
     * Where an article is on its route.
     *
     * @param number of the newest version, which is the one under review
     * @param stages all of the route
     * @param timing when it is published then; empty unless it is submitted
     * @param history newest first
     * @param takenOver how its text came to be public without reviews here ({@code import}, {@code package},
     *     {@code notice}, {@code demonstration}); empty for all others
     */
    record Review(
            int number, List<Stage> stages, Optional<Timing> timing, List<Note> history, Optional<String> takenOver) {}

    /**
     * A text that waits for the asking person.
     *
     * @param article with the text under review
     * @param stage which review
     * @param title of the stage, by language
     * @param submittedBy user name
     */
    record Waiting(Article article, int stage, Map<String, String> title, String submittedBy, Instant at) {}

    /** Where the article is. For who may read it. */
    Review of(Actor by, long article);

    /**
     * Submits its newest text. Permission {@code article.write}.
     *
     * @param version that of {@link Article#version()} which the editor saw
     * @throws org.jutong.plugin.Problem {@code nothing_to_submit} (409) where its newest text is not a draft;
     *     {@code schedule_in_the_past} (400); {@code lint_failed} (422); {@code version_conflict} (409)
     */
    Article submit(Actor by, long article, int version, Timing timing);

    /** Takes it back to a draft, also after its approval. Permission {@code article.write}. Repeating changes nothing. */
    Article recall(Actor by, long article);

    /**
     * Passes the stage that is waited for; the last one publishes where that was asked for. The stage's permission.
     *
     * @param number of the version that was read
     * @throws org.jutong.plugin.Problem {@code not_in_review} (409); {@code own_text} (409) for who wrote a version of it;
     *     {@code reviewed_already} (409) for who passed an earlier stage; {@code version_conflict} (409) where another
     *     version is under review by now; {@code lint_failed} (422)
     */
    Article approve(Actor by, long article, int number, String remark);

    /**
     * Gives it back to its editors as a draft. The permission of the stage that is waited for; also for who wrote a version.
     *
     * @throws org.jutong.plugin.Problem {@code remark_missing} (400), and as {@link #approve}
     */
    Article giveBack(Actor by, long article, int number, String reason);

    /** What waits for this person, the oldest first, at most {@code limit}; of all sites where none is named. */
    List<Waiting> waiting(Actor by, Optional<SiteCode> site, int limit);
}
