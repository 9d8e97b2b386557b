package org.jutong.web.internal.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;
import org.jutong.plugin.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a request really came from. What a proxy says about that ({@code X-Forwarded-For} and {@code -Proto}, or
 * {@code Forwarded}, RFC 7239) counts only where the proxy's own address is named in {@code JUTONG_TRUSTED_PROXIES}:
 * addresses and ranges such as {@code 10.1.0.0/16}, with commas between. Read from the right: the first address that
 * is not a trusted proxy's is the sender's, whatever the sender wrote to the left of it. Thread-safe.
 */
@Component(service = TrustedProxies.class)
public final class TrustedProxies {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedProxies.class);
    private static final String VARIABLE = "JUTONG_TRUSTED_PROXIES";
    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?=\\d)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final InetAddressSet trusted = new InetAddressSet();
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * The sender of a request.
     *
     * @param address its network address, without brackets
     * @param secure whether it came by HTTPS, to this platform or to the proxy
     */
    public record Sender(String address, boolean secure) {}

    @Activate
    public TrustedProxies() {
        this(Optional.ofNullable(System.getenv(VARIABLE)).orElse(""));
    }

    /** @throws IllegalArgumentException where one of the ranges is none */
    TrustedProxies(String ranges) {
        for (String range : ranges.split(",")) {
            String given = range.strip();
            if (!given.isEmpty()) {
                String address = given.replaceFirst("/\\d{1,3}$", "");
                parse(address)
                        .orElseThrow(() -> new IllegalArgumentException(
                                VARIABLE + ": \"" + given + "\" is no address and no range such as 10.1.0.0/16"));
                trusted.add(given);
            }
        }
    }

    /** @throws Problem {@code forwarded_twice} (400) where both ways of forwarding are used, of which one is a forgery */
    Sender sender(HttpServletRequest request) {
        String direct = bare(request.getRemoteAddr());
        boolean forwarded = request.getHeader(FORWARDED_FOR) != null || request.getHeader(FORWARDED) != null;
        if (!forwarded) {
            return new Sender(direct, request.isSecure() || isTrusted(direct) && saysHttps(last(request)));
        }
        if (!isTrusted(direct)) {
            if (told.compareAndSet(false, true)) {
                LOG.warn(
                        "What {} says about where requests came from is ignored, because {} does not name it",
                        direct,
                        VARIABLE);
            }
            return new Sender(direct, request.isSecure());
        }
        if (request.getHeader(FORWARDED_FOR) != null && request.getHeader(FORWARDED) != null) {
            throw Problem.of(400, "forwarded_twice");
        }
        return farthest(direct, request.getHeader(FORWARDED) != null ? forwarded(request) : forwardedFor(request));
    }

    /** Reads the hops from the right for as long as each was told by a proxy that is trusted. */
    private Sender farthest(String direct, List<Hop> hops) {
        Sender sender = new Sender(direct, false);
        for (int i = hops.size() - 1; i >= 0; i--) {
            Hop hop = hops.get(i);
            if (hop.address().isEmpty()) {
                return new Sender(sender.address(), hop.secure());
            }
            sender = new Sender(hop.address().get().getHostAddress(), hop.secure());
            if (!trusted.test(hop.address().get())) {
                return sender;
            }
        }
        return sender;
    }

    private static List<Hop> forwardedFor(HttpServletRequest request) {
        boolean secure = request.isSecure() || saysHttps(last(request));
        return values(request, FORWARDED_FOR)
                .map(value -> new Hop(address(value), secure))
                .toList();
    }

    private static List<Hop> forwarded(HttpServletRequest request) {
        List<Hop> hops = new ArrayList<>();
        String[] headers = Collections.list(request.getHeaders(FORWARDED)).toArray(String[]::new);
        for (String element : new QuotedCSV(false, headers).getValues()) {
            hops.add(new Hop(
                    parameter(element, "for").flatMap(TrustedProxies::address),
                    saysHttps(parameter(element, "proto").orElse(""))));
        }
        return hops;
    }

    private static Optional<String> parameter(String element, String name) {
        return Arrays.stream(element.split(";"))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** The nearest proxy writes last. */
    private static String last(HttpServletRequest request) {
        return values(request, FORWARDED_PROTO).reduce("", (before, value) -> value);
    }

    private static Stream<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip);
    }

    private static boolean saysHttps(String protocol) {
        return protocol.equalsIgnoreCase("https");
    }

    private boolean isTrusted(String address) {
        return parse(address).filter(trusted::test).isPresent();
    }

    /** An address with or without a port. */
    private static Optional<InetAddress> address(String text) {
        try {
            return parse(IPV6.matcher(text).matches() ? text : bare(new HostPort(text).getHost()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Numbers only: a name would be looked up. */
    private static Optional<InetAddress> parse(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }

    private record Hop(Optional<InetAddress> address, boolean secure) {}
}
