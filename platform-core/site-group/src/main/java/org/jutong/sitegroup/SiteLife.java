package org.jutong.sitegroup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Sites.NewSite;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The life of a site, step by step; each step is kept with who, when, why and documents. No step can be skipped: each
 * is refused with a code that names the state it needs, and in words the rule. Source of the order: 国办发〔2017〕47号.
 * What a step shows or takes away is visible when it returns. Thread-safe.
 *
 * <p>Everything here throws {@link org.jutong.plugin.Problem}: {@code site_not_found} (404), {@code forbidden} (403),
 * {@code reason_missing}, {@code document_unknown} (400), and the codes that a method names.
 */
@ProviderType
public interface SiteLife {

    /**
     * Applies for a site. Permission {@code site.apply} on the parent. One that was rejected may be applied for again.
     *
     * @throws org.jutong.plugin.Problem the codes of {@link Sites#register}, {@code parent_missing} (400),
     *     {@code parent_not_in_service} (409)
     */
    Site apply(Actor by, NewSite site, Why why);

    /**
     * The next level above agrees to what is asked for, the opening or the closure. Permission {@code site.approve} on
     * the site of that level. Nobody agrees to their own application, and nobody twice.
     *
     * @throws org.jutong.plugin.Problem {@code nothing_to_approve}, {@code own_application},
     *     {@code approved_already}, {@code content_not_moved} (409)
     */
    Site approve(Actor by, SiteCode site, Why why);

    /**
     * The next level above refuses: the application is over, or the site that was to close stays. Permission as for
     * {@link #approve}.
     */
    Site reject(Actor by, SiteCode site, Why why);

    /** The site's numbers and its test. Visible to everybody: they are in its footer. */
    Filing filing(SiteCode site);

    /**
     * Records them. Permission {@code site.manage}.
     *
     * @throws org.jutong.plugin.Problem {@code icp_invalid}, {@code police_invalid}, {@code emblem_invalid} and their
     *     like (400), {@code site_over} (409)
     */
    Filing file(Actor by, SiteCode site, Filing filing, Why why);

    /**
     * Puts a prepared site into service; a notice appears on the site at the top. Permission {@code site.open} on the
     * site.
     *
     * @throws org.jutong.plugin.Problem {@code site_not_preparing}, {@code filing_incomplete} (409, naming what is
     *     missing), {@code security_test_missing}, {@code security_test_failed}
     */
    Site open(Actor by, SiteCode site, Why why);

    /**
     * Closes it until a day, that day included; a notice stands in its place and on the site above. Permission
     * {@code site.close}.
     *
     * @param unforeseen whether something beyond anybody's power made it necessary, which does not count as the one
     *     closure of the year
     * @throws org.jutong.plugin.Problem {@code site_not_live}, {@code closed_this_year} (409),
     *     {@code closure_too_long}, {@code until_invalid} (400)
     */
    Site closeTemporarily(Actor by, SiteCode site, LocalDate until, boolean unforeseen, Why why);

    /** Back into service. Permission {@code site.close}. Happens by itself after the last day. */
    Site reopen(Actor by, SiteCode site, Why why);

    /**
     * Begins to merge the site into another: its content will be shown there too. Permission {@code site.close} on the
     * site and {@code site.manage} on the target. The content is moved by a {@link Task}.
     *
     * @param columns which column of the target takes that of the site; those that are not named keep their key
     * @throws org.jutong.plugin.Problem {@code site_not_live}, {@code site_is_root}, {@code site_has_children},
     *     {@code target_not_in_service} (409), {@code target_is_itself} (400), {@code columns_unmapped} (409, naming
     *     those with content that have no place)
     */
    Task merge(Actor by, SiteCode site, SiteCode target, Map<String, String> columns, Why why);

    /** The site stays after all. Permission {@code site.close}. What was placed on the target is taken off again. */
    Site keep(Actor by, SiteCode site, Why why);

    /**
     * Closes it for good when the notice has run out. Permission {@code site.close}. Its articles belong to the target
     * from then on.
     *
     * @throws org.jutong.plugin.Problem {@code site_not_closing}, {@code notice_running} (409, naming its last day),
     *     {@code site_has_duties} (409, naming them)
     */
    Site close(Actor by, SiteCode site, Why why);

    /**
     * Moves a site below another. Permission {@code site.manage} on both.
     *
     * @throws org.jutong.plugin.Problem {@code parent_cycle}, {@code site_is_root}, {@code parent_not_in_service} (409)
     */
    Site move(Actor by, SiteCode site, SiteCode parent, Why why);

    /** What happened, oldest first. Permission {@code site.manage}, {@code site.approve} or {@code site.apply}. */
    List<Step> steps(Actor by, SiteCode site);

    /** Which column of the target took which, as the last merger of the site said; those not named kept their key. */
    Map<String, String> movedColumns(SiteCode site);

    /** What can be done next by anybody, for whoever has the right. */
    List<Step.Kind> next(SiteCode site);

    /**
     * Takes several sites one step further, each on its own: what one is refused does not stop the others.
     *
     * @param kind {@link Step.Kind#APPROVE}, {@link Step.Kind#MERGE} (each into the site above it) or
     *     {@link Step.Kind#CLOSE}
     * @return the task whose lines say what became of each site
     * @throws org.jutong.plugin.Problem {@code step_not_for_many}, {@code sites_missing} (400)
     */
    Task many(Actor by, Step.Kind kind, List<SiteCode> sites, Why why);

    /**
     * Why a step is made.
     *
     * @param reason 1 to 500 characters
     * @param documents files that the person kept in {@link Files} before
     */
    record Why(String reason, List<Long> documents) {

        /** Without documents. */
        public static Why because(String reason) {
            return new Why(reason, List.of());
        }
    }
}
