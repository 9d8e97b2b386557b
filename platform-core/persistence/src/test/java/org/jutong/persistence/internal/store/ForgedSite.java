package org.jutong.persistence.internal.store;

import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.SiteContext;

/** What a plugin might write to get at another site's data. */
record ForgedSite(SiteContext copied) implements SiteContext {

    @Override
    public SiteCode site() {
        return copied.site();
    }

    @Override
    public String siteName() {
        return copied.siteName();
    }

    @Override
    public String plugin() {
        return copied.plugin();
    }

    @Override
    public Actor actor() {
        return copied.actor();
    }

    @Override
    public String pageUrl(String path) {
        return copied.pageUrl(path);
    }
}
