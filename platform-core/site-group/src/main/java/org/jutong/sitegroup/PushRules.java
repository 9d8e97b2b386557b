package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.Pushes.Target;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rules by which articles are pushed as soon as readers have them: those of some sites that are in a column, of a subject
 * class or issued at a level go to other sites. A rule pushes in the name of whoever saved it last, and only as long as that
 * person may. What is corrected until it fits a rule is pushed then; what no longer fits stays where it is. Permission
 * {@code article.push} on the top of the sites that a rule places into. Thread-safe.
 */
@ProviderType
public interface PushRules {

    /** How many rules a platform may have. */
    int MOST = 200;

    /**
     * Adds a rule; it pushes what is published from now on.
     *
     * @throws org.jutong.plugin.Problem {@code name_missing}, {@code name_too_long} (60 characters), {@code
     *     rule_condition_missing} (neither column nor subject class nor level), {@code into_missing} (no column to take it
     *     from), {@code rule_without_source}, {@code rule_without_target} (no site is meant), {@code rule_into_source} (a
     *     site would be source and target), {@code rule_column_unknown} (none of the sites has it) (400), {@code
     *     site_not_found} (404), {@code push_rule_exists}, {@code too_many_push_rules} (409)
     */
    Rule add(Actor by, Terms terms);

    /**
     * Changes a rule, or rests it.
     *
     * @param version the one that was seen
     * @throws org.jutong.plugin.Problem {@code version_conflict} (409), {@code push_rule_not_found} (404) and what {@link
     *     #add} is refused with
     */
    Rule change(Actor by, long id, int version, Terms terms, boolean active);

    /** Removes a rule; what it placed stays. @throws org.jutong.plugin.Problem {@code push_rule_not_found} (404) */
    void remove(Actor by, long id);

    /** The rules that place where the actor may push, by number. */
    List<Rule> list(Actor by);

    /** @throws org.jutong.plugin.Problem {@code push_rule_not_found} (404) */
    Rule get(Actor by, long id);

    /** What a rule of these terms would do; nothing is changed. Refused as {@link #add}, except for an equal rule. */
    Plan plan(Actor by, Terms terms);

    /**
     * Pushes everything that is published already and fits, as a task that survives a restart; sites that have an article
     * are not changed, so it may be run again, such as for sites that are new.
     *
     * @throws org.jutong.plugin.Problem {@code push_rule_not_found} (404), {@code push_rule_under_way} (409)
     */
    Task run(Actor by, long id);

    /** The pushes that a rule made, newest first, those before {@code before} where it is given. */
    List<Push> pushes(Actor by, long id, Optional<Long> before, int limit);

    /** Articles that fit a rule and could not be pushed, newest first; one is gone from here once it was pushed. */
    List<Fault> faults(Actor by, long id, int limit);

    /** Which of a site and those below it are meant. The names are stored and must never change. */
    enum Span {
        SITE,
        SUBTREE,
        BELOW;

        /** The lower-case name used in REST. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Some sites.
     *
     * @param top the site, or the one above them
     * @param level only those of this level; empty for all
     */
    record Selection(SiteCode top, Span span, Optional<Level> level) {}

    /**
     * What a rule says. At least one of column, subject and the level of {@code from} is given.
     *
     * @param name what people call it
     * @param from whose own articles
     * @param column the key of the column they are in, or of the one above it
     * @param subject their subject class (主题分类), or the one above it, such as 综合政务
     * @param to where they go; no site may be in both
     * @param into the key of the column they go into; empty for the column of the same key
     */
    record Terms(
            String name,
            Selection from,
            Optional<String> column,
            Optional<String> subject,
            Selection to,
            Optional<String> into) {}

    /**
     * A rule.
     *
     * @param version grows with each change
     * @param active whether it pushes
     * @param by who saved it last, in whose name it pushes
     * @param faults how many articles could not be pushed
     */
    record Rule(long id, int version, Terms terms, boolean active, Actor by, Instant at, int faults) {}

    /**
     * What a rule would do.
     *
     * @param matching how many published articles fit
     * @param targets what becomes of the next one on every site that is meant, as far as that hangs on the site
     */
    record Plan(int matching, List<Target> targets) {}

    /** An article that could not be pushed. {@code code} is that of the refusal. */
    record Fault(long article, String title, String code, Instant at) {}
}
