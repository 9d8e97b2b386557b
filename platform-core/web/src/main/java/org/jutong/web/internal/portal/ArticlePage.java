package org.jutong.web.internal.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Reading.Entry;
import org.jutong.sitegroup.Reading.Placed;

/** What an article's page shows besides the frame. */
record ArticlePage(Dates dates) {

    Map<String, Object> of(PortalView view, Placed placed, List<Link> trail) {
        Article article = placed.article();
        Map<String, Object> model = new HashMap<>();
        model.put("trail", trail);
        model.put("headline", article.title());
        model.put("source", article.source());
        model.put("author", article.author());
        model.put("published", article.published().map(dates::minute).orElse(""));
        model.put("body", article.body());
        model.put("previous", link(view, placed.previous()));
        model.put("next", link(view, placed.next()));
        return model;
    }

    /** A link without an address where there is none. */
    private static Link link(PortalView view, Optional<Entry> entry) {
        return entry.map(each -> new Link(each.title(), view.links().article(each.id())))
                .orElse(new Link("", ""));
    }
}
