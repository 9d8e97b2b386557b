package org.jutong.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of place outside the platform to which articles are pushed, such as an account on a social network; register one as
 * an OSGi service, and sites can set it up. The platform stores what is to be done, calls from a background thread, one call at
 * a time for each channel that a site has set up, tries again with growing pauses, and gives up after some days.
 *
 * <p>A call that fails throws. A {@link Problem} with a status of 400 to 499 other than 429 means that trying again is of no
 * use: nothing was done, and a person is told the words of its code. Any other exception, and a call that takes longer than 30
 * seconds, is tried again with the same {@link Dispatch#key}. Nothing that is thrown may carry a secret. Must be thread-safe.
 */
@ConsumerType
public interface PushChannel {

    /** A short name that never changes, such as {@code webhook}: {@code [a-z][a-z0-9-]{1,30}}. */
    String id();

    /** What people call it, by language tag, at least {@code zh-CN}. */
    Map<String, String> titles();

    /** What a site fills in to set one up, in the order of the form. */
    List<Setting> settings();

    /**
     * Looks at what somebody filled in; the platform has seen to it that nothing required is missing.
     *
     * @throws Problem naming the setting as its field
     */
    default void check(Map<String, String> values) {}

    /** Tries whether the channel can be reached with these settings, and publishes nothing. Throws as the other calls do. */
    default void probe(Map<String, String> values) {}

    /** Publishes the article there. */
    Receipt push(Dispatch dispatch);

    /**
     * Puts the article's present text in the place of an earlier one.
     *
     * @param earlier what the last call returned
     * @return the receipt that counts from now on
     * @throws Problem {@code channel_cannot_correct} (409) where the channel has no way to do so
     */
    default Receipt correct(Dispatch dispatch, Receipt earlier) {
        throw Problem.conflict("channel_cannot_correct");
    }

    /**
     * Takes the article away; done where it is not there.
     *
     * @param earlier what the last call returned; empty where a call broke off, and nobody knows whether it took effect
     * @throws Problem {@code channel_cannot_withdraw} (409) where the channel has no way to do so
     */
    default void withdraw(Dispatch dispatch, Optional<Receipt> earlier) {
        throw Problem.conflict("channel_cannot_withdraw");
    }

    /**
     * Something to fill in.
     *
     * @param key its name, {@code [a-z][a-zA-Z0-9]{0,30}}
     * @param titles what people call it, by language tag, at least {@code zh-CN}
     * @param secret whether it is kept sealed and shown to nobody
     * @param required whether a channel cannot do without it
     */
    record Setting(String key, Map<String, String> titles, boolean secret, boolean required) {}

    /**
     * What is to be done.
     *
     * @param key the same when a call is repeated that may have taken effect, and different for every other
     * @param site whose channel it is
     * @param siteName that site's title
     * @param settings what the site filled in, secrets included
     * @param text the article as readers have it now; when it is withdrawn, as it was or with an empty body
     */
    record Dispatch(String key, SiteCode site, String siteName, Map<String, String> settings, Text text) {

        /** Without what the site filled in, which may be secret. */
        @Override
        public String toString() {
            return "Dispatch[" + key + "]";
        }
    }

    /**
     * An article.
     *
     * @param id its number on the platform
     * @param title plain text
     * @param source where it came from
     * @param author may be empty
     * @param summary plain text, at most 120 characters
     * @param body sanitized HTML; its links and pictures are complete addresses
     * @param published when readers first had it
     * @param url its page on the site
     */
    record Text(
            long id,
            String title,
            String source,
            String author,
            String summary,
            String body,
            Instant published,
            String url) {}

    /**
     * What a channel answers.
     *
     * @param id by which it knows the article, 1 to 200 characters
     * @param url where people find it there; empty where nobody knows
     */
    record Receipt(String id, Optional<String> url) {}
}
