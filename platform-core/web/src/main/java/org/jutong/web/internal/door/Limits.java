package org.jutong.web.internal.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * How many requests that cost something one address, one account and one site may make, so that one of them cannot
 * take the platform from the others. Requests per second, ten seconds' worth at once: {@code JUTONG_LIMIT_ADDRESS}
 * (200; an office of a thousand people behind one address stays below), {@code JUTONG_LIMIT_USER} (50),
 * {@code JUTONG_LIMIT_SITE} (500); 0 is no limit. Pages from the cache and files cost nothing. A node counts for
 * itself, and forgets whom it has not seen for a while. Thread-safe.
 */
@Component(service = Limits.class)
public final class Limits {

    /** What a sign-in costs, because a password is checked slowly on purpose. */
    private static final int SIGN_IN = 10;

    /** What describing the whole interface costs. */
    private static final int DESCRIPTION = 20;

    /** What a question by a code costs that people type and machines could try out. */
    private static final int BY_CODE = 50;

    private static final Map<Pattern, Integer> COSTS = Map.of(
            Pattern.compile("POST (/api/v1/session|/api/v1/citizens(/.*)?)"), SIGN_IN,
            Pattern.compile("POST (/hant)?(/sites/[^/]+)?/account/(sign-in|register|recover)(/.*)?"), SIGN_IN,
            Pattern.compile("GET /api/openapi\\.json"), DESCRIPTION,
            Pattern.compile("(GET|HEAD) /api/v1/.*/by-code/[^/]+"), BY_CODE);

    private static final int SECONDS_AT_ONCE = 10;
    private static final Pattern PLUGIN_PAGE = Pattern.compile("(/hant)?/sites/[^/]+/plugins/.*");
    private static final Pattern SITE = Pattern.compile("/sites/(\\d{10}|bm\\d{8})(?:/.*)?");

    private final Kind addresses;
    private final Kind accounts;
    private final Kind sites;

    @Activate
    public Limits() {
        this(System.getenv());
    }

    /** @throws IllegalArgumentException where a limit is no number from 0 to 1,000,000 */
    Limits(Map<String, String> environment) {
        addresses = new Kind(setting(environment, "JUTONG_LIMIT_ADDRESS", 200), 100_000);
        accounts = new Kind(setting(environment, "JUTONG_LIMIT_USER", 50), 50_000);
        sites = new Kind(setting(environment, "JUTONG_LIMIT_SITE", 500), 10_000);
    }

    /**
     * Counts a request for its address and its site, where it costs something.
     *
     * @throws Problem {@code too_many_requests} (429, its first argument the seconds to wait)
     */
    void admit(HttpServletRequest request) {
        int cost = cost(request);
        if (cost == 0) {
            return;
        }
        addresses.take(Network.of(request.getRemoteAddr()), cost);
        Matcher site = SITE.matcher(request.getRequestURI());
        if (site.find()) {
            // one: what is dear for its sender must not use up the site's for others
            sites.take(site.group(1), 1);
        }
    }

    /**
     * Counts a page that is made anew, as {@link #admit} does.
     *
     * @throws Problem {@code too_many_requests} (429)
     */
    public void admitRendering(HttpServletRequest request) {
        addresses.take(Network.of(request.getRemoteAddr()), 1);
    }

    /**
     * Counts a request for its account.
     *
     * @throws Problem {@code too_many_requests} (429)
     */
    public void admit(Actor actor) {
        if (actor.isKnown()) {
            accounts.take(actor.username(), 1);
        }
    }

    private static int cost(HttpServletRequest request) {
        String method = request.getMethod();
        String path = request.getRequestURI();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        boolean costs =
                !reads || path.startsWith("/api/") || PLUGIN_PAGE.matcher(path).matches();
        if (!costs) {
            return 0;
        }
        if (reads
                && request.getParameter("code") != null
                && PLUGIN_PAGE.matcher(path).matches()) {
            return BY_CODE;
        }
        return COSTS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(method + " " + path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(1);
    }

    private static int setting(Map<String, String> environment, String name, int usual) {
        String given = environment.getOrDefault(name, "");
        if (given.isEmpty()) {
            return usual;
        }
        if (!given.matches("\\d{1,6}|1000000")) {
            throw new IllegalArgumentException(name + " is \"" + given + "\", but must be a number up to 1000000");
        }
        return Integer.parseInt(given);
    }

    /** The buckets of one kind, by name. */
    private static final class Kind {

        private final int perSecond;
        private final Cache<String, Bucket> buckets;

        Kind(int perSecond, int most) {
            this.perSecond = perSecond;
            // a bucket that nobody took from for so long is full again, so forgetting it changes nothing
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(most)
                    .expireAfterAccess(Duration.ofSeconds(SECONDS_AT_ONCE + 1))
                    .build();
        }

        void take(String name, int cost) {
            if (perSecond == 0) {
                return;
            }
            ConsumptionProbe probe =
                    buckets.get(name, any -> full()).tryConsumeAndReturnRemaining(Math.min(cost, capacity()));
            if (!probe.isConsumed()) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
                throw Problem.of(429, "too_many_requests", seconds);
            }
        }

        private long capacity() {
            return (long) perSecond * SECONDS_AT_ONCE;
        }

        private Bucket full() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(capacity()).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build();
        }
    }
}
