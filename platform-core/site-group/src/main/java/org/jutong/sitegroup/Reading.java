package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** What a visitor can read on a site: published articles, own or placed. No rights are asked for. Thread-safe. */
@ProviderType
public interface Reading {

    /** The newest articles of a column and the columns below it. */
    List<Entry> latest(SiteCode site, String column, int offset, int limit);

    /** How many {@link #latest} could give. */
    int count(SiteCode site, String column);

    /** The newest articles of each column of the site that has any, at most {@code limit} each; one query. */
    Map<String, List<Entry>> latestByColumn(SiteCode site, int limit);

    /** The article as placed on this site, or empty where it is not on it. */
    Optional<Placed> article(SiteCode site, long id);

    /** A line of a list. */
    record Entry(long id, String title, Instant published) {}

    /**
     * An article on a site.
     *
     * @param column the site's column that it is in
     * @param previous the next newer one in the column
     * @param next the next older one
     * @param facts whether it is in force and what it goes with, as far as readers see that
     */
    record Placed(
            Article article,
            Column column,
            Optional<Entry> previous,
            Optional<Entry> next,
            OfficialDocuments.Facts facts) {}
}
