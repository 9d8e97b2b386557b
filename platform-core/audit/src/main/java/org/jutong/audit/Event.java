package org.jutong.audit;

import java.util.Objects;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

/**
 * Something to be recorded. Where it came from is not said here: that is the {@link Origin} of the thread.
 *
 * @param action what was done or tried
 * @param outcome how it ended
 * @param actor who did it
 * @param behalf for whom, where the right was handed over: the account whose duties the actor stands in for
 * @param site the site concerned, if one is
 * @param object on what: its kind and its key, such as {@code article:17}; at most 200 characters are kept
 * @param detail what else is needed to understand it, such as the refusal's code; at most 1,000 characters are kept.
 *     Personal data in it and in {@code object} are masked before they are stored
 */
public record Event(
        Action action,
        Outcome outcome,
        Actor actor,
        Optional<String> behalf,
        Optional<SiteCode> site,
        String object,
        String detail) {

    public Event {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(behalf, "behalf");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(detail, "detail");
    }

    /** It was done. */
    public static Event done(Action action, Actor actor, String object) {
        return new Event(action, Outcome.DONE, actor, Optional.empty(), Optional.empty(), object, "");
    }

    /** It was refused with this code. */
    public static Event denied(Action action, Actor actor, String object, String code) {
        return new Event(action, Outcome.DENIED, actor, Optional.empty(), Optional.empty(), object, code);
    }

    /** It was begun and failed with this code. */
    public static Event failed(Action action, Actor actor, String object, String code) {
        return new Event(action, Outcome.FAILED, actor, Optional.empty(), Optional.empty(), object, code);
    }

    /** The same on this site. */
    public Event on(SiteCode concerned) {
        return new Event(action, outcome, actor, behalf, Optional.of(concerned), object, detail);
    }

    /** The same for this account. */
    public Event onBehalfOf(String account) {
        return new Event(action, outcome, actor, Optional.of(account), site, object, detail);
    }

    /** The same with more said. */
    public Event saying(String words) {
        return new Event(action, outcome, actor, behalf, site, object, words);
    }
}
