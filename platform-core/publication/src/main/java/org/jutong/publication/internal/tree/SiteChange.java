package org.jutong.publication.internal.tree;

import java.util.HashSet;
import java.util.Set;

/**
 * What may be new on a site.
 *
 * @param everything whether any page may be
 * @param articles that changed, came or went
 * @param columns that have one of these now
 */
public record SiteChange(boolean everything, Set<Long> articles, Set<String> columns) {

    /** Any page may be new. */
    public static final SiteChange ALL = new SiteChange(true, Set.of(), Set.of());

    /** Nothing but its first page, or else all of them where the frame is. */
    public static final SiteChange HOME = new SiteChange(false, Set.of(), Set.of());

    /** Both. */
    public SiteChange and(SiteChange other) {
        return new SiteChange(
                everything || other.everything, both(articles, other.articles), both(columns, other.columns));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
