package org.jutong.web.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.ChineseScript;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.PublicPages;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;
import org.jutong.web.internal.door.SafetyFilter;
import org.jutong.web.internal.http.PortalAddress.Target;
import org.jutong.web.internal.portal.Page;
import org.jutong.web.internal.portal.PortalRenderer;
import org.jutong.web.internal.portal.PortalView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The portal's pages for whoever keeps them as files, made anew each time. */
@Component(service = PublicPages.class)
public final class PagesForTree implements PublicPages {

    private static final String HTML = "text/html;charset=utf-8";
    private static final Pattern LIST_PAGE = Pattern.compile("page=([1-9]\\d{0,4})");

    private final Sites sites;
    private final Standing standing;
    private final BroughtAlong brought;
    private final Files files;
    private final ChineseScript script;
    private final AssetServlet assets;
    private final PortalRenderer renderer;

    @Activate
    public PagesForTree(
            @Reference Sites sites,
            @Reference Standing standing,
            @Reference BroughtAlong brought,
            @Reference Files files,
            @Reference ChineseScript script,
            @Reference AssetServlet assets,
            @Reference Portal portal) {
        this.sites = sites;
        this.standing = standing;
        this.brought = brought;
        this.files = files;
        this.script = script;
        this.assets = assets;
        this.renderer = portal.renderer();
    }

    @Override
    public Optional<Answer> get(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        Optional<Answer> asset = assets.find(path);
        if (asset.isPresent()) {
            return asset;
        }
        try {
            PortalAddress asked = PortalAddress.of(path);
            Optional<Site> site = asked.site().flatMap(sites::find);
            if (site.isEmpty()) {
                return Optional.empty();
            }
            if (asked.target().isOnlyLookedUp()) {
                return file(site.get(), asked.target());
            }
            PortalView view = view(site.get(), asked.traditional());
            if (site.get().state().isPublic() && asked.target() instanceof Target.Feed feed && query < 0) {
                return Optional.of(feed(view, feed));
            }
            return site.get().state().isPublic()
                    ? page(view, asked.target(), query < 0 ? "" : address.substring(query + 1))
                            .map(page -> answer(view, page))
                    : Optional.empty();
        } catch (Problem problem) {
            if (problem.status() == 404 || problem.status() == 400) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private Optional<Page> page(PortalView view, Target target, String query) {
        if (target instanceof Target.Home && query.isEmpty()) {
            return Optional.of(renderer.home(view));
        }
        if (target instanceof Target.ArticlePage article && query.isEmpty()) {
            return Optional.of(renderer.article(view, article.id()));
        }
        if (target instanceof Target.Leave leave && query.isEmpty()) {
            return Optional.of(renderer.leave(view, leave.article(), leave.key()));
        }
        if (target instanceof Target.ColumnList column) {
            Matcher page = LIST_PAGE.matcher(query);
            if (query.isEmpty() || page.matches()) {
                int number = query.isEmpty() ? 1 : Integer.parseInt(page.group(1));
                return Optional.of(renderer.column(view, column.key(), number));
            }
        }
        return Optional.empty();
    }

    private Answer feed(PortalView view, Target.Feed feed) {
        String text = renderer.feed(view, feed.column(), feed.format(), 1);
        String shown = view.traditional() ? script.toTraditional(text) : text;
        return new Answer(feed.format().type(), shown.getBytes(StandardCharsets.UTF_8), true);
    }

    private Optional<Answer> file(Site site, Target target) {
        return site.state().isPublic() || site.state() == SiteState.CLOSED
                ? brought.file(site, target).map(file -> new Answer(file.type(), files.content(file), true))
                : Optional.empty();
    }

    @Override
    public Answer missing(SiteCode site, boolean traditional) {
        PortalView view = view(sites.require(site), traditional);
        return answer(view, renderer.error(Optional.of(view), Problem.notFound("page_not_found")));
    }

    @Override
    public Optional<Answer> closed(SiteCode site) {
        return sites.find(site).filter(gone -> gone.state() == SiteState.CLOSED).map(gone -> {
            Site heir = standing.heir(gone);
            return answer(view(gone, false), renderer.gone(gone, heir, "/sites/" + heir.code() + "/"));
        });
    }

    @Override
    public Map<String, String> headers() {
        return SafetyFilter.HEADERS;
    }

    private static PortalView view(Site site, boolean traditional) {
        return PortalView.of(site, traditional, "/sites/" + site.code() + "/").alone();
    }

    private Answer answer(PortalView view, Page page) {
        String html = view.traditional() ? page.traditional(script).html() : page.html();
        return new Answer(HTML, html.getBytes(StandardCharsets.UTF_8), page.complete());
    }
}
