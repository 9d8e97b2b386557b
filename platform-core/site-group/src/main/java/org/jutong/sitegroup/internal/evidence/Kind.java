package org.jutong.sitegroup.internal.evidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person can record of a site, and which facts belong to it. Stored by its name. */
public enum Kind {
    /** Something that went wrong with its safety. */
    INCIDENT("sort", "handledInTime"),
    /** Visits that were measured. */
    VISITS("days"),
    /** The guide to a service, and what it lacks. */
    GUIDE("name", "lacking"),
    /** There is no service at all. */
    NO_SERVICE(),
    /** There is no way to ask that works. */
    NO_CHANNEL(),
    /** A valid letter that nobody answered; its day is that on which it came. */
    LETTER("name"),
    /** A link that leads to nothing. */
    DEAD_LINK("address", "home"),
    /** How often something was found that the score counts. */
    COUNT("item", "count"),
    /** Somebody looked, and there is nothing besides what is recorded. */
    NOTHING("about");

    private final Set<String> facts;

    Kind(String... facts) {
        this.facts = Set.of(facts);
    }

    /** The facts that belong to it; it has no others. */
    Set<String> facts() {
        return facts;
    }

    /** Its name in REST, at the shell and in texts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this name. */
    public static Optional<Kind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Those that say how the site was on their day, and grow old by themselves. */
    public static Set<Kind> passing() {
        return EnumSet.of(VISITS, COUNT, NOTHING);
    }
}
