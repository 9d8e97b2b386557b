package org.jutong.search.internal;

import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The right to look after the search, which is one for all sites. */
@Component(service = SearchRights.class)
public final class SearchRights {

    /** Its name. */
    public static final String MANAGE = "search.manage";

    private final Authority authority;
    private final Sites sites;

    @Activate
    public SearchRights(@Reference Authority authority, @Reference Sites sites) {
        this.authority = authority;
        this.sites = sites;
    }

    /** @throws org.jutong.plugin.Problem {@code not_signed_in} (401), {@code forbidden} (403) */
    public void require(Actor by) {
        sites.root().ifPresent(root -> authority.require(by, MANAGE, root.code()));
    }
}
