package org.jutong.catalog.internal;

import java.util.HashSet;
import java.util.Set;
import org.jutong.identity.Authority;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

/** The operator may do everything everywhere; the owner may order and suspend for Guiyang; nobody else anything. */
final class FakeAuthority implements Authority {

    static final Actor OPERATOR = new Actor("operator", "运营");
    static final Actor OWNER = new Actor("owner", "贵阳");
    static final Actor STRANGER = new Actor("stranger", "路人");

    @Override
    public boolean allows(Actor actor, String permission, SiteCode site) {
        return actor.equals(OPERATOR)
                || actor.equals(OWNER)
                        && site.equals(FakeSites.GUIYANG)
                        && Set.of("catalog.order", "catalog.suspend").contains(permission);
    }

    @Override
    public boolean allows(Actor actor, String permission, SiteCode site, String column) {
        return allows(actor, permission, site);
    }

    @Override
    public boolean isDeclared(String permission) {
        return true;
    }

    @Override
    public boolean allowsSomewhere(Actor actor, String permission) {
        return allows(actor, permission, FakeSites.GUIYANG);
    }

    @Override
    public Set<String> permissions(Actor actor, SiteCode site) {
        return new HashSet<>();
    }

    @Override
    public Set<SiteCode> roots(Actor actor) {
        return Set.of();
    }
}
