package org.jutong.columns.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the linter needs to know of a site as a whole.
 *
 * @param footer what the foot of all its pages shows, so that it is judged once; empty where the pages carry it themselves
 * @param pages its pages
 */
public record SiteFacts(Optional<Map<FooterItem, String>> footer, List<PageFacts> pages) {

    public SiteFacts {
        footer = footer.map(Map::copyOf);
        pages = List.copyOf(pages);
    }
}
