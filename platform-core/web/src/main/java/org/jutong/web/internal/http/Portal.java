package org.jutong.web.internal.http;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jutong.catalog.Gate;
import org.jutong.columns.lint.LintRules;
import org.jutong.plugin.PortalBlock;
import org.jutong.plugin.PortalPages;
import org.jutong.runtime.InstalledPlugin;
import org.jutong.runtime.InstalledPlugins;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.Sites;
import org.jutong.web.internal.door.PublicAddress;
import org.jutong.web.internal.portal.Departures;
import org.jutong.web.internal.portal.PortalRenderer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** The renderer, and what the plugins' bundles have registered for the portal. */
@Component(service = Portal.class)
public final class Portal {

    private final ServiceTracker<PortalBlock, PortalBlock> blocks;
    private final ServiceTracker<PortalPages, PortalPages> pages;
    private final PortalRenderer renderer;

    @Activate
    public Portal(
            BundleContext context,
            @Reference Sites sites,
            @Reference Columns columns,
            @Reference Reading reading,
            @Reference Gate gate,
            @Reference InstalledPlugins plugins,
            @Reference Texts texts,
            @Reference Clock clock,
            @Reference SiteLife life,
            @Reference Hosts hosts,
            @Reference ArticleFiles files) {
        this.blocks = new ServiceTracker<>(context, PortalBlock.class, null);
        this.pages = new ServiceTracker<>(context, PortalPages.class, null);
        blocks.open(true);
        pages.open(true);
        String publicUrl = PublicAddress.fromEnvironment().url();
        this.renderer = new PortalRenderer(
                sites,
                columns,
                reading,
                gate,
                plugins,
                texts,
                id -> plugins.find(id).map(plugin -> of(blocks, plugin)).orElse(List.of()),
                clock,
                publicUrl,
                life::filing,
                new Departures(
                        LintRules.configured(System.getenv()).governmentDomains(),
                        URI.create(publicUrl).getHost(),
                        host -> hosts.ofHost(host).isPresent()),
                files::shown);
    }

    @Deactivate
    void stop() {
        blocks.close();
        pages.close();
    }

    PortalRenderer renderer() {
        return renderer;
    }

    /** The pages that the plugin's bundle serves; one service is expected. */
    List<PortalPages> pages(InstalledPlugin plugin) {
        return of(pages, plugin);
    }

    private static <T> List<T> of(ServiceTracker<T, T> tracker, InstalledPlugin plugin) {
        ServiceReference<T>[] references = tracker.getServiceReferences();
        return references == null
                ? List.of()
                : Arrays.stream(references)
                        .filter(reference -> plugin.bundle().equals(reference.getBundle()))
                        .sorted()
                        .map(tracker::getService)
                        .filter(service -> service != null)
                        .toList();
    }
}
