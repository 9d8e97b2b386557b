package org.jutong.channels.internal;

import org.jutong.plugin.SiteCode;

/**
 * A channel as it is stored.
 *
 * @param id 0 for one that is not stored yet
 * @param settings JSON, without secrets
 * @param sealed the secrets: JSON, sealed for {@link #owner}; empty where there are none
 */
public record SetUp(long id, SiteCode site, String kind, String name, boolean enabled, String settings, String sealed) {

    /** For whom its secrets are sealed: they open for no other site and no other kind. */
    public String owner() {
        return "channel:" + site + ":" + kind;
    }

    /** Without the secrets, sealed as they are. */
    @Override
    public String toString() {
        return "SetUp[" + id + ", " + site + ", " + kind + "]";
    }
}
