package org.jutong.sitegroup;

import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What anybody gets at the portal's addresses, for whoever keeps pages outside of the platform; an OSGi service of whoever
 * renders them. Pages are as a web server alone can serve them: nothing in them depends on who looks, and no link leads to
 * the console. Thread-safe.
 */
@ConsumerType
public interface PublicPages {

    /**
     * What stands at an address.
     *
     * @param address a path with its query, such as {@code /hant/sites/5200000001/columns/news/?page=2}
     * @return empty where nothing is, where the site is not public, and where the answer is made for each reader: search,
     *     accounts, pages of plugins
     */
    Optional<Answer> get(String address);

    /** The page that tells a reader of the site that nothing is at an address; of the frame of its pages and nothing else. */
    Answer missing(SiteCode site, boolean traditional);

    /** The page that stands in the place of a site that is closed for good; empty for any other. */
    Optional<Answer> closed(SiteCode site);

    /** The headers that go with each page, by name. */
    Map<String, String> headers();

    /**
     * An answer.
     *
     * @param type its media type
     * @param content its bytes; not copied, nobody changes them
     * @param whole false where a plugin failed and left a gap, so that it is worth asking again soon
     */
    record Answer(String type, byte[] content, boolean whole) {}
}
