package org.jutong.search;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds published articles on public sites, in an index of this node that is at most a second behind. No rights are asked
 * for. Thread-safe.
 */
@ProviderType
public interface ArticleSearch {

    /** The longest question, in characters. */
    int LONGEST = 200;

    /** So many hits can be looked through. */
    int FARTHEST = 1_000;

    /**
     * Finds articles. Every word must be in an article; words in quotes must stand there as they are; nothing else is
     * syntax. Without words it lists what the filters let through.
     *
     * @throws org.jutong.plugin.Problem {@code query_too_long}, {@code page_too_far}, {@code limit_invalid} (400),
     *     {@code site_not_found}, {@code column_not_found} (404), {@code search_not_ready} (503)
     */
    Found find(Question question);

    /**
     * Titles that contain what somebody began to type, the newest first.
     *
     * @param site empty for the whole platform
     * @throws org.jutong.plugin.Problem as {@link #find}
     */
    List<String> suggest(Optional<SiteCode> site, String typed, int limit);
}
