package org.jutong.publication.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jutong.catalog.Enrolment;
import org.jutong.catalog.Enrolments;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Hosts;
import org.jutong.sitegroup.PublicPages;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes what nginx needs to serve the tree, and to pass on what plugins answer and nothing else. */
@Component(service = NginxConfiguration.class)
public final class NginxConfiguration {

    private static final Pattern BACKEND =
            Pattern.compile("[A-Za-z0-9.-]{1,253}:[1-9]\\d{0,4}|\\[[0-9a-fA-F:]{2,39}]:[1-9]\\d{0,4}");
    private static final int LOT = 500;

    /** What is said of files of articles: saved or shown, and never run. */
    private static final String FILE = """
            types {
                        application/pdf pdf;
                        image/png png;
                        image/jpeg jpg jpeg;
                        image/gif gif;
                        image/webp webp;
                        image/bmp bmp;
                    }
                    add_header Content-Security-Policy "default-src 'none'; sandbox" always;
                    add_header X-Content-Type-Options "nosniff" always;
                    add_header Cross-Origin-Resource-Policy "same-origin" always;
                    add_header Content-Disposition $jutong_disposition;
                    add_header Cache-Control "no-cache";""".indent(0).strip();

    private final Sites sites;
    private final Hosts hosts;
    private final Enrolments enrolments;
    private final PublicPages pages;

    @Activate
    public NginxConfiguration(
            @Reference Sites sites,
            @Reference Hosts hosts,
            @Reference Enrolments enrolments,
            @Reference PublicPages pages) {
        this.sites = sites;
        this.hosts = hosts;
        this.enrolments = enrolments;
        this.pages = pages;
    }

    /**
     * The configuration for the tree in this folder.
     *
     * @throws Problem {@code backend_invalid} (400), {@code no_site} (503)
     */
    String write(String folder, String backend) {
        if (!BACKEND.matcher(backend).matches()) {
            throw Problem.invalid("backend_invalid", "backend");
        }
        SiteCode root =
                sites.root().orElseThrow(() -> Problem.of(503, "no_site")).code();
        StringBuilder homes = new StringBuilder();
        StringBuilder further = new StringBuilder();
        StringBuilder passed = new StringBuilder();
        for (Site site : inService()) {
            hosts.of(site.code()).ifPresent(main -> {
                line(homes, main, site.code().value());
                hosts.further(site.code()).forEach(other -> {
                    line(homes, other, site.code().value());
                    line(further, other, main);
                });
            });
            List<String> plugins = enrolments.of(site.code()).stream()
                    .filter(each -> each.state() == Enrolment.State.ENABLED)
                    .map(Enrolment::plugin)
                    .sorted()
                    .toList();
            plugins.forEach(plugin -> line(passed, plugin + "/" + site.code(), "1"));
            if (!plugins.isEmpty()) {
                line(passed, "account/" + site.code(), "1");
            }
        }
        String headers = pages.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> "add_header " + header.getKey() + " \"" + header.getValue() + "\" always;")
                .collect(Collectors.joining("\n        "));
        return template()
                .replace("@file@", FILE)
                .replace("@headers@", headers + "\n        add_header Cache-Control \"no-cache\" always;")
                .replace("@count@", Integer.toString(sites.count()))
                .replace("@backend@", backend)
                .replace("@root@", root.value())
                .replace("@homes@", homes)
                .replace("@further@", further)
                .replace("@passed@", passed)
                .replace("@folder@", folder.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static void line(StringBuilder lines, String key, String value) {
        lines.append("    \"").append(key).append("\" \"").append(value).append("\";\n");
    }

    private List<Site> inService() {
        List<Site> all = new ArrayList<>();
        Optional<SiteCode> last = Optional.empty();
        for (List<Site> some = sites.page(last, LOT); !some.isEmpty(); some = sites.page(last, LOT)) {
            all.addAll(some);
            last = Optional.of(some.get(some.size() - 1).code());
        }
        all.removeIf(site -> !site.state().isPublic());
        return all;
    }

    private static String template() {
        try (InputStream in = NginxConfiguration.class.getResourceAsStream("/JUTONG-INF/nginx.conf")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
