package org.jutong.web.internal.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.columns.PageTags.Tag;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;

/** What is the same on every page of a site: head, navigation, page tools and footer. */
record Frame(
        Sites sites, Columns columns, PluginEntries plugins, String publicUrl, Function<SiteCode, Filing> filings) {

    /**
     * The values that {@code layout.peb} shows; the caller adds those of its own page.
     *
     * @param title of the page; empty for the home page
     * @param section the key of the first-level column that the page belongs to
     */
    Map<String, Object> of(PortalView view, String title, List<Tag> tags, Optional<String> section) {
        Site site = view.site();
        Links links = view.links();
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("tags", tags);
        model.put("site", site);
        model.put("code", site.code().value());
        model.put("lang", view.traditional() ? "zh-Hant" : view.locale().toLanguageTag());
        model.put("traditional", view.traditional());
        model.put("otherScript", view.otherScript());
        model.put("home", links.home());
        model.put("search", links.search());
        model.put("feed", links.home() + "feed");
        model.put("atHome", title.isEmpty());
        model.put("nav", navigation(site, links, section));
        model.put("services", plugins.all(view));
        model.put("above", above(site, links));
        model.put("account", links.account(""));
        model.put("visitor", view.visitor().name());
        model.put("published", view.published());
        String address = publicUrl + view.here();
        model.put("address", address);
        model.put("qr", QrCode.of(address));
        Filing filing = filings.apply(site.code());
        model.put("sponsor", filing.sponsor().orElse(site.name()));
        model.put("contact", filing.contact().orElse(""));
        model.put("icp", filing.icp().orElse(""));
        model.put("police", filing.police().orElse(""));
        model.put("emblem", filing.emblem().orElse(""));
        return model;
    }

    private List<Link> navigation(Site site, Links links, Optional<String> section) {
        return columns.of(site.code()).stream()
                .filter(column -> column.parent().isEmpty())
                .map(column -> link(links, column, section))
                .toList();
    }

    static Link link(Links links, Column column, Optional<String> current) {
        return new Link(column.name(), links.column(column.key()), current.equals(Optional.of(column.key())));
    }

    /** The sites above, the root first. */
    private List<Link> above(Site site, Links links) {
        LinkedList<Link> above = new LinkedList<>();
        Optional<Site> next = site.parent().flatMap(sites::find);
        while (next.isPresent()) {
            above.addFirst(new Link(next.get().name(), links.home(next.get().code())));
            next = next.get().parent().flatMap(sites::find);
        }
        return new ArrayList<>(above);
    }
}
