package org.jutong.web.internal.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jutong.columns.PageTags;
import org.jutong.columns.PageTags.Tag;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Reading.Placed;
import org.jutong.sitegroup.Site;

/**
 * The page tags of each kind of page.
 *
 * @param domain what the tag SiteDomain says
 */
record Tags(String domain) {

    List<Tag> site(Site site) {
        return PageTags.site(site.name(), domain, site.code().value());
    }

    List<Tag> home(Site site) {
        return join(site(site), PageTags.column("首页", site.name() + "首页", site.regionName() + ",政府网站", "首页"));
    }

    List<Tag> column(Site site, Column column) {
        return join(site(site), PageTags.column(column.name(), column.description(), column.keywords(), column.type()));
    }

    List<Tag> article(Site site, Placed placed, String summary, String url) {
        Article article = placed.article();
        List<Tag> tags = PageTags.article(
                article.title(),
                article.published().orElseThrow(),
                article.source().isBlank() ? site.name() : article.source(),
                Optional.empty(),
                Optional.of(article.author()),
                Optional.of(summary),
                Optional.empty(),
                Optional.of(url));
        return join(column(site, placed.column()), tags);
    }

    private static List<Tag> join(List<Tag> first, List<Tag> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
