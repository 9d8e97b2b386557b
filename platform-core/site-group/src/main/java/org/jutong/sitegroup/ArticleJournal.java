package org.jutong.sitegroup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What of the articles changed for readers, for whoever keeps something made of them: an index, a tree of pages, a channel.
 * A line is written in the transaction of the change: publishing, correcting, withdrawing, placing, importing, moving, and a
 * site that opens or closes. It names the article alone, however many sites show it. A consumer takes lines with a {@link
 * JournalReader}, reads what those articles are now, and brings its own up to date; it wakes on a {@link
 * org.jutong.runtime.SiteChangeListener} and looks by itself twice a second for what other nodes changed. Lines are kept for
 * seven days; whoever was away for longer starts anew from {@link #published}. Asks for no rights. Thread-safe.
 */
@ProviderType
public interface ArticleJournal {

    /** Lines by their numbers, both inclusive, in that order. Numbers may be missing, for good or for a while. */
    List<Change> between(long from, long to, int limit);

    /** The last number before which nothing is still to come; where a consumer begins that reads everything anew. */
    long settled();

    /** Whether all lines after this number are still kept. */
    boolean reaches(long number);

    /** These articles as readers have them; one that is on no site has no places, one that never was is left out. */
    List<Published> read(Collection<Long> articles);

    /** Published articles with a number above this one, in the order of their numbers. */
    List<Published> published(long after, int limit);

    /** How many articles are published. */
    long count();

    /**
     * A line.
     *
     * @param number of the line; grows, though lines of long transactions come late
     * @param article that changed
     */
    record Change(long number, long article) {}

    /**
     * An article and where it is.
     *
     * @param article its text; readers may have it only where there are places
     * @param places on every site, also on one that is not public at the moment
     */
    record Published(Article article, List<Place> places) {}

    /** A column of a site that shows it. */
    record Place(SiteCode site, String column, Instant published) {}
}
