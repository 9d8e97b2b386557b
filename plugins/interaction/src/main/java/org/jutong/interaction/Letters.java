package org.jutong.interaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;

/**
 * The letters of one site at a time; pages, REST, shell and console all come here. A letter of another site does not
 * exist for any of these methods. Thread-safe.
 */
public interface Letters {

    /**
     * Stores a letter and answers the code to follow it up by, unique in the site. Where the site's actor is a citizen,
     * it is that citizen's own.
     */
    QueryCode send(SiteContext site, LetterDraft draft);

    /** @throws Problem {@code letter_not_found} (404) */
    Letter byCode(SiteContext site, QueryCode code);

    /** @throws Problem {@code letter_not_found} (404) */
    Letter find(SiteContext site, long id);

    /** @throws Problem {@code letter_not_found} (404), also where the letter is not published */
    Letter findPublished(SiteContext site, long id);

    /**
     * Letters, newest first.
     *
     * @param state only those, or all where empty
     * @param before only letters with a smaller id
     */
    List<Letter> newest(SiteContext site, Optional<LetterState> state, long before, int limit);

    /**
     * The letters that the site's actor wrote while signed in, newest first.
     *
     * @throws Problem {@code not_signed_in} (401) for nobody, {@code citizens_only} (403) for staff
     */
    List<Letter> own(SiteContext site, long before, int limit);

    /** @throws Problem {@code letter_not_found} (404), also for somebody else's; {@code not_signed_in} (401) */
    Letter findOwn(SiteContext site, long id);

    /** Published letters, latest publication first, those that follow {@code after}, or from the first one. */
    List<Letter> published(SiteContext site, Optional<PublishedPlace> after, int limit);

    /** Published letters, latest publication first, without the first {@code skip}. */
    List<Letter> publishedFrom(SiteContext site, int skip, int limit);

    /** How many letters are in each state; a state without letters is absent. */
    Map<LetterState, Long> tally(SiteContext site);

    /**
     * Answers the letter, or corrects an answer that is not published yet, in the actor's name.
     *
     * @param version the version that the answerer read, where known
     * @throws Problem {@code letter_not_found} (404); {@code letter_answer_missing}, {@code letter_answer_length}
     *     (400); {@code letter_already_published}, {@code letter_changed_meanwhile} (409)
     */
    Letter answer(SiteContext site, long id, String text, OptionalInt version);

    /**
     * Shows letter and answer to the public.
     *
     * @throws Problem {@code letter_not_found} (404); {@code letter_not_answered},
     *     {@code letter_already_published}, {@code letter_changed_meanwhile} (409)
     */
    Letter publish(SiteContext site, long id);
}
