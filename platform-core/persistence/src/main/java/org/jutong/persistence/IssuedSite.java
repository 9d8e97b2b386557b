package org.jutong.persistence;

import java.util.Objects;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;

/**
 * The one implementation of {@link SiteContext}. Only the catalog's gate makes one, for an enrolment in force, and
 * {@link org.jutong.plugin.data.SiteStore} accepts no other; architecture rules keep this package from plugins.
 *
 * @param base the portal address of the plugin's pages on this site, ending with a slash
 */
public record IssuedSite(SiteCode site, String siteName, String plugin, Actor actor, String base)
        implements SiteContext {

    public IssuedSite {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(siteName, "siteName");
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(base, "base");
    }

    @Override
    public String pageUrl(String path) {
        return base + path;
    }
}
