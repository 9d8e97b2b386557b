package org.jutong.web.internal.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jutong.sitegroup.ArticleFiles;
import org.jutong.sitegroup.Files;
import org.jutong.sitegroup.OldAddresses;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.StoredFile;
import org.jutong.web.internal.door.Limits;
import org.jutong.web.internal.http.PortalAddress.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What an imported site brought along: its old addresses lead to where the content is now, and its pictures and
 * attachments are served, also after the site is closed, because articles that moved go on showing them. Files of articles
 * are served while an article that leads to them is public on the site.
 */
@Component(service = BroughtAlong.class)
public final class BroughtAlong {

    private final OldAddresses addresses;
    private final ArticleFiles ofArticles;
    private final Files files;
    private final Limits limits;

    @Activate
    public BroughtAlong(
            @Reference OldAddresses addresses,
            @Reference ArticleFiles ofArticles,
            @Reference Files files,
            @Reference Limits limits) {
        this.addresses = addresses;
        this.ofArticles = ofArticles;
        this.files = files;
        this.limits = limits;
    }

    /** Whether the request was answered here. */
    boolean serve(HttpServletRequest request, HttpServletResponse response, Site site, Target target)
            throws IOException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || !site.state().isPublic() && site.state() != SiteState.CLOSED) {
            return false;
        }
        if (target instanceof Target.OldAddress was) {
            limits.admitRendering(request);
            Optional<String> now = addresses.find(site.code(), was.path());
            now.ifPresent(address -> {
                response.setStatus(301);
                response.setHeader("Location", address);
            });
            return now.isPresent();
        }
        if (target instanceof Target.SiteFile || target instanceof Target.ArticleFile) {
            limits.admitRendering(request);
            Optional<StoredFile> file = file(site, target);
            if (file.isPresent()) {
                send(request, response, file.get());
            }
            return file.isPresent();
        }
        return false;
    }

    /** The file at this address of a site that is public, or is closed; empty where there is none. */
    Optional<StoredFile> file(Site site, Target target) {
        if (target instanceof Target.SiteFile asked) {
            return addresses.file(site.code(), asked.id());
        }
        return target instanceof Target.ArticleFile asked && site.state().isPublic()
                ? ofArticles.onSite(site.code(), asked.name())
                : Optional.empty();
    }

    /**
     * Pictures are shown; anything else is saved, so that no browser ever runs what came from elsewhere. A browser asks
     * again each time, because what is withdrawn is gone at once.
     */
    private void send(HttpServletRequest request, HttpServletResponse response, StoredFile file) throws IOException {
        String tag = "\"" + file.sha256() + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(304);
            return;
        }
        response.setContentType(file.type());
        response.setContentLengthLong(file.size());
        if (!file.type().startsWith("image/")) {
            String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
            response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(files.content(file));
        }
    }
}
