package org.jutong.identity.internal.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jutong.identity.Client;
import org.jutong.identity.OneTimes;
import org.jutong.identity.Session;
import org.jutong.identity.SiteHosts;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * One sign-in for all host names of the platform. A cookie is for one host; so another host sends the browser to the
 * hub, the host of {@code JUTONG_PUBLIC_URL}, and who is signed in there comes back with a code: used once, within 60
 * seconds, by this host and this browser alone. The session that the host then opens ends with the one at the hub.
 * Thread-safe.
 */
@Component(service = Hub.class)
public final class Hub {

    private static final String PURPOSE = "arrival";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final String START = "/";
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_~.-][A-Za-z0-9_~./?&=%-]{0,400})?");
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile SiteHosts hosts;

    private final OneTimes oneTimes;
    private final StoredSessions sessions;
    private final Optional<URI> here;

    @Activate
    public Hub(@Reference OneTimes oneTimes, @Reference StoredSessions sessions) {
        this(
                oneTimes,
                sessions,
                Optional.ofNullable(System.getenv("JUTONG_PUBLIC_URL")).filter(url -> !url.isBlank()));
    }

    Hub(OneTimes oneTimes, StoredSessions sessions, Optional<String> publicUrl) {
        this.oneTimes = oneTimes;
        this.sessions = sessions;
        this.here = publicUrl.map(url -> URI.create(url.strip()));
    }

    /** A secret that the browser keeps in a cookie of the host until it comes back. */
    public String state() {
        return Secrets.make();
    }

    /**
     * Where a host sends the browser to find out whether somebody is signed in at the hub.
     *
     * @param host the one that asks
     * @param destination where the person wanted to go, a path on that host; anything else stands for its front page
     * @throws Problem {@code host_unknown} (404) for a host that is no site's, or where there is no hub
     */
    public URI departure(String host, String state, String destination) {
        String site = requireSite(host);
        return address(
                hub().getHost(),
                "/api/v1/session/hub?host=" + site + "&state=" + state + "&return="
                        + URLEncoder.encode(path(destination), StandardCharsets.UTF_8));
    }

    /**
     * Where the hub sends the browser back to: with a code for somebody who is signed in and owes nothing, else without.
     *
     * @param asked the host that the request came to: the hub's
     * @throws Problem {@code host_unknown} (404) for a host that is no site's, or where this is not the hub;
     *     {@code hub_state_invalid} (400)
     */
    public URI meet(String asked, Optional<Session> session, String host, String state, String destination) {
        String site = requireSite(host);
        if (!hub().getHost().equals(asked.toLowerCase(Locale.ROOT))) {
            throw Problem.notFound("host_unknown", asked);
        }
        if (!STATE.matcher(state).matches()) {
            throw Problem.invalid("hub_state_invalid", "state");
        }
        String code = session.filter(open -> open.duties().isEmpty())
                .flatMap(open -> sessions.root(open.token()))
                .map(root -> oneTimes.keep(
                        PURPOSE, String.join("\n", root, site, Secrets.hash(state), path(destination)), LIFE))
                .map(key -> "&code=" + key)
                .orElse("&return=" + URLEncoder.encode(path(destination), StandardCharsets.UTF_8));
        return address(site, "/api/v1/session/arrival?state=" + state + code);
    }

    /**
     * Opens the host's own session for the code.
     *
     * @param asked the host that the request came to
     * @param cookie the state that the browser's cookie has
     * @throws Problem {@code arrival_failed} (401) where anything is wrong, used up or too late
     */
    public Arrival arrive(String asked, String code, String state, String cookie, Client client) {
        if (!STATE.matcher(state).matches() || !MessageDigest.isEqual(bytes(state), bytes(cookie))) {
            throw Problem.unauthenticated("arrival_failed");
        }
        String[] kept = oneTimes.take(PURPOSE, code)
                .map(content -> content.split("\n", 4))
                .filter(parts -> parts[1].equals(asked.toLowerCase(Locale.ROOT)))
                .filter(parts -> parts[2].equals(Secrets.hash(state)))
                .orElseThrow(() -> Problem.unauthenticated("arrival_failed"));
        return sessions.openChild(kept[0], client)
                .map(session -> new Arrival(session, kept[3]))
                .orElseThrow(() -> Problem.unauthenticated("arrival_failed"));
    }

    /** The path, or the front page's for anything that is no plain path on this host. */
    public static String path(String destination) {
        return destination != null && PATH.matcher(destination).matches() ? destination : START;
    }

    private String requireSite(String host) {
        SiteHosts known = hosts;
        String name = host.toLowerCase(Locale.ROOT);
        if (known == null || here.isEmpty() || known.ofHost(name).isEmpty()) {
            throw Problem.notFound("host_unknown", host.length() > 100 ? "…" : host);
        }
        return name;
    }

    private URI hub() {
        return here.orElseThrow();
    }

    /** All hosts of the platform are reached in the way that the hub is. */
    private URI address(String host, String path) {
        URI url = hub();
        return URI.create(url.getScheme() + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort()) + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A session of the host's own, and where to go with it. */
    public record Arrival(Session session, String destination) {}
}
