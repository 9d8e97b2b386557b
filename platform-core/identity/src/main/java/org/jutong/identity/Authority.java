package org.jutong.identity;

import java.util.Optional;
import java.util.Set;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may do what where. A {@link Grant} is a person or group × role × place × time; a role is a set of permissions,
 * each declared by the core ({@code JUTONG-INF/roles.yaml}) or by a plugin. Denied unless granted, and denied to
 * everybody where nobody declares the permission. Thread-safe; a grant that is taken away or runs out stops counting
 * at once.
 */
@ProviderType
public interface Authority {

    /** Whether the actor holds the permission on the site: there, above it, or by way of who runs it. */
    boolean allows(Actor actor, String permission, SiteCode site);

    /** The same for one column of the site: grants on the site count, and those on that column or one above it. */
    boolean allows(Actor actor, String permission, SiteCode site, String column);

    /** Whether the core or an installed plugin declares this permission; nobody holds one that is not declared. */
    boolean isDeclared(String permission);

    /** Whether the actor holds the permission on any site at all. */
    boolean allowsSomewhere(Actor actor, String permission);

    /**
     * Whether the actor holds the permission on the site or on any column of it: what a door asks before it knows the
     * column; the service behind it asks for the very column.
     */
    default boolean allowsWithin(Actor actor, String permission, SiteCode site) {
        return allows(actor, permission, site);
    }

    /** Whether the actor holds the permission on the whole platform, and so also where no site is concerned. */
    default boolean allowsEverywhere(Actor actor, String permission) {
        return false;
    }

    /** All permissions that the actor holds on the site. */
    Set<String> permissions(Actor actor, SiteCode site);

    /**
     * The sites that the actor's grants name, the platform's root for a grant on the whole platform, the sites that an
     * organisation and those below it run for a grant on it; everything below each is included in it. The site of a
     * column is there too, though only the column's grants count on it.
     */
    Set<SiteCode> roots(Actor actor);

    /**
     * The account whose duties the actor stands in for when doing this on the site; empty where the actor holds the
     * right without one that was handed over, or does not hold it.
     */
    default Optional<String> behalf(Actor actor, String permission, SiteCode site) {
        return Optional.empty();
    }

    /**
     * Passes or refuses.
     *
     * @throws Problem {@code not_signed_in} (401) for nobody, {@code forbidden} (403) for somebody without the right
     */
    default void require(Actor actor, String permission, SiteCode site) {
        if (!actor.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        if (!allows(actor, permission, site)) {
            throw Problem.forbidden("forbidden", permission, site.value());
        }
    }

    /**
     * Passes or refuses, as {@link #require(Actor, String, SiteCode)}, for one column of the site.
     *
     * @param column {@code null} where the caller named none; then only a grant on the site counts
     */
    default void require(Actor actor, String permission, SiteCode site, String column) {
        if (column == null || !actor.isKnown() || !allows(actor, permission, site, column)) {
            require(actor, permission, site);
        }
    }
}
