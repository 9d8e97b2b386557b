package org.jutong.web.internal.portal;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteKind;
import org.jutong.sitegroup.Sites;

/** The way from a site to the sites around it: 部门网站, 市州/区县导航. */
record Neighbours(Sites sites) {

    /** Below the root each site with those below it; elsewhere one group: the site below, else the siblings. */
    List<Group> of(PortalView view) {
        Site site = view.site();
        Links links = view.links();
        List<Site> below = portals(site.code());
        if (site.parent().isEmpty()) {
            return below.stream()
                    .map(each -> new Group(link(each, links, site), links(portals(each.code()), links, site)))
                    .toList();
        }
        if (!below.isEmpty()) {
            return List.of(new Group(link(site, links, site), links(below, links, site)));
        }
        Optional<Site> parent = site.parent().flatMap(sites::find);
        return parent.map(each -> List.of(new Group(link(each, links, site), links(portals(each.code()), links, site))))
                .orElse(List.of());
    }

    /** The sites of a government's departments; on one of these, those beside it. */
    List<Link> departments(PortalView view) {
        Site site = view.site();
        Optional<SiteCode> government = site.kind() == SiteKind.DEPARTMENT ? site.parent() : Optional.of(site.code());
        return government.stream()
                .flatMap(code -> inService(code, SiteKind.DEPARTMENT).stream())
                .map(each -> new Link(
                        each.name(), view.links().home(each.code()), each.code().equals(site.code())))
                .toList();
    }

    /** The portals in service directly below. */
    private List<Site> portals(SiteCode code) {
        return inService(code, SiteKind.PORTAL);
    }

    private List<Site> inService(SiteCode above, SiteKind kind) {
        return sites.children(above).stream()
                .filter(child -> child.kind() == kind && child.state().isPublic())
                .toList();
    }

    private static List<Link> links(List<Site> sites, Links links, Site here) {
        return sites.stream().map(site -> link(site, links, here)).toList();
    }

    private static Link link(Site site, Links links, Site here) {
        return new Link(site.regionName(), links.home(site.code()), site.code().equals(here.code()));
    }
}
