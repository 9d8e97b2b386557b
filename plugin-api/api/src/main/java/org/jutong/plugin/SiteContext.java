package org.jutong.plugin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Proof that a plugin is enabled for a site, and the key to that site's data. The platform issues one for each call
 * into a plugin, and only where the site's enrolment is in force; a plugin never makes one, and
 * {@link org.jutong.plugin.data.SiteStore} refuses one that the platform did not issue.
 *
 * <p>Valid for the call that it was given to: do not keep it. Immutable and thread-safe.
 */
@ProviderType
public interface SiteContext {

    /** The site; never {@code null}. */
    SiteCode site();

    /** The site's name as its citizens know it, such as 贵阳市人民政府; never {@code null}. */
    String siteName();

    /** The id of the plugin that this context was issued for. */
    String plugin();

    /** Who is acting; {@link Actor#ANONYMOUS} for a visitor. */
    Actor actor();

    /**
     * The portal address of one of this plugin's own pages on this site, to be used in links and redirects.
     *
     * @param path relative to the plugin's pages, without leading slash; empty for the plugin's first page
     * @return an absolute path such as {@code /sites/5201000001/plugins/interaction/letters}
     */
    String pageUrl(String path);
}
