package org.jutong.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * An article on its way to a channel, or there. There is one for each article and channel, which follows the article from
 * then on: a correction and a withdrawal are further steps of it.
 *
 * @param id its number
 * @param article which article
 * @param channel the channel's number
 * @param site whose channel it is
 * @param step what is done, or was done last
 * @param state how that stands
 * @param attempts how often that was tried
 * @param next when it is tried next; empty unless it waits
 * @param receipt by which the channel knows the article; empty while it is not there
 * @param url where people find it there
 * @param fault why the last attempt failed; empty where it did not
 * @param changed when something last happened
 */
public record Delivery(
        long id,
        long article,
        long channel,
        SiteCode site,
        Step step,
        State state,
        int attempts,
        Optional<Instant> next,
        Optional<String> receipt,
        Optional<String> url,
        Optional<Fault> fault,
        Instant changed) {

    /** What is done at the channel. */
    public enum Step {
        PUBLISH,
        CORRECT,
        WITHDRAW
    }

    /** How the step stands. */
    public enum State {
        /** It is to be done, perhaps again. */
        WAITING,
        /** The channel has done it. */
        SENT,
        /** It was tried in vain; a person decides whether to try again. */
        DEAD,
        /** It is no longer to be done: a person said so, or the article was withdrawn before it was sent. */
        ENDED
    }

    /**
     * Why an attempt failed.
     *
     * @param code the stable name; the words are {@code problem.<code>}
     * @param arguments of the words
     */
    public record Fault(String code, List<String> arguments) {}
}
