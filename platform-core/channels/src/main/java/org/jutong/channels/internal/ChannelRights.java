package org.jutong.channels.internal;

import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may set up channels, and who may push to them. */
@Component(service = ChannelRights.class)
public final class ChannelRights {

    /** The permission to set them up. */
    public static final String MANAGE = "channel.manage";

    /** The permission to push to them. */
    public static final String PUSH = "article.push";

    private final Authority authority;

    @Activate
    public ChannelRights(@Reference Authority authority) {
        this.authority = authority;
    }

    void requireManage(Actor by, SiteCode site) {
        authority.require(by, MANAGE, site);
    }

    void requirePush(Actor by, SiteCode site) {
        authority.require(by, PUSH, site);
    }

    /** Either of them is enough to look. */
    boolean sees(Actor by, SiteCode site) {
        return authority.allows(by, PUSH, site) || authority.allows(by, MANAGE, site);
    }

    void requireEither(Actor by, SiteCode site) {
        if (!sees(by, site)) {
            authority.require(by, PUSH, site);
        }
    }
}
