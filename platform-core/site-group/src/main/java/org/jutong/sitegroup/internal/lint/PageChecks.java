package org.jutong.sitegroup.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jutong.columns.PageKind;
import org.jutong.columns.lint.Finding;
import org.jutong.columns.lint.LinkTarget;
import org.jutong.columns.lint.PageFacts;
import org.jutong.columns.lint.Rule;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.RenderedPages;

/** The linter over the rendered pages of one site. */
final class PageChecks {

    private final SiteCode site;
    private final ArticleChecks.OnSite checks;
    private final RenderedPages pages;
    private final Hosts hosts;
    private final String host;

    PageChecks(SiteCode site, ArticleChecks.OnSite checks, RenderedPages pages, Hosts hosts) {
        this.site = site;
        this.checks = checks;
        this.pages = pages;
        this.hosts = hosts;
        this.host = pages.host(site);
    }

    /** What is found on the page of this address now; nothing where it is not there any more. */
    List<Finding> at(String address) {
        Optional<String> column = PageAddress.columnOf(address);
        Optional<Long> article = PageAddress.articleOf(address);
        if (column.isPresent()) {
            return pages.column(site, column.get())
                    .map(html -> found(address, PageKind.COLUMN, html))
                    .orElse(List.of());
        }
        if (article.isPresent()) {
            return pages.article(site, article.get())
                    .map(html -> found(address, PageKind.ARTICLE, html))
                    .orElse(List.of());
        }
        String home = pages.home(site);
        List<Finding> found = new ArrayList<>(checks.footer(PageHtml.of(home).footer()));
        found.addAll(found(PageAddress.HOME, PageKind.SITE, home));
        return found;
    }

    private List<Finding> found(String address, PageKind kind, String html) {
        PageFacts facts = PageHtml.of(html).facts(address, kind, host);
        List<Finding> found = new ArrayList<>(checks.of(facts, PageAddress.articleOf(address)));
        found.removeIf(f ->
                f.rule() == Rule.EXTERNAL_LINK && isOfThePlatform(f.arguments().get(1)));
        return found;
    }

    private boolean isOfThePlatform(String href) {
        return LinkTarget.host(href).flatMap(hosts::ofHost).isPresent();
    }
}
