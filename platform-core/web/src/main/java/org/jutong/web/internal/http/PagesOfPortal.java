package org.jutong.web.internal.http;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.RenderedPages;
import org.jutong.sitegroup.Sites;
import org.jutong.web.internal.door.PublicAddress;
import org.jutong.web.internal.portal.Page;
import org.jutong.web.internal.portal.PortalRenderer;
import org.jutong.web.internal.portal.PortalView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The portal's pages for the linter, made anew each time: what it checks was perhaps mended a moment ago. */
@Component(service = RenderedPages.class)
public final class PagesOfPortal implements RenderedPages {

    private final Sites sites;
    private final Hosts hosts;
    private final PortalRenderer renderer;

    @Activate
    public PagesOfPortal(@Reference Sites sites, @Reference Hosts hosts, @Reference Portal portal) {
        this.sites = sites;
        this.hosts = hosts;
        this.renderer = portal.renderer();
    }

    @Override
    public String host(SiteCode site) {
        return hosts.of(site)
                .orElseGet(
                        () -> URI.create(PublicAddress.fromEnvironment().url()).getHost());
    }

    @Override
    public String home(SiteCode site) {
        return renderer.home(view(site)).html();
    }

    @Override
    public Optional<String> column(SiteCode site, String key) {
        return unlessGone(site, view -> renderer.column(view, key, 1));
    }

    @Override
    public Optional<String> article(SiteCode site, long id) {
        return unlessGone(site, view -> renderer.article(view, id));
    }

    private Optional<String> unlessGone(SiteCode site, Function<PortalView, Page> render) {
        try {
            return Optional.of(render.apply(view(site)).html());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private PortalView view(SiteCode site) {
        return PortalView.of(sites.require(site), false, "/");
    }
}
