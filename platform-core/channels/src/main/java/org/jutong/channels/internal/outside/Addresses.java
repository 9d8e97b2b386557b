package org.jutong.channels.internal.outside;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jutong.plugin.Problem;

/**
 * Where the platform may call: {@code https} at public addresses, and whatever hosts the operator names in {@code
 * JUTONG_CHANNEL_HOSTS} ({@code host} or {@code host:port}, separated by commas), also inside and without TLS. So nobody who sets
 * up a channel reaches what only the platform's own network may.
 *
 * @param inside the named hosts, in lower case
 */
record Addresses(Set<String> inside) {

    /** What the operator allows. */
    static Addresses fromEnvironment() {
        return of(Optional.ofNullable(System.getenv("JUTONG_CHANNEL_HOSTS")).orElse(""));
    }

    static Addresses of(String hosts) {
        return new Addresses(Arrays.stream(hosts.split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * An address that may be called, as far as can be told without looking up its host.
     *
     * @throws Problem {@code channel_address_invalid}, {@code channel_address_refused} (400)
     */
    URI parse(String field, String given) {
        URI address;
        try {
            address = URI.create(given);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("channel_address_invalid", field);
        }
        boolean web = String.valueOf(address.getScheme()).matches("(?i)https?");
        if (!web || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
            throw Problem.invalid("channel_address_invalid", field);
        }
        if (!isNamed(address) && !address.getScheme().equalsIgnoreCase("https")) {
            throw Problem.invalid("channel_address_refused", field, address.getHost());
        }
        return address;
    }

    /** @throws Problem {@code channel_address_refused} (400) where it leads inside, {@code channel_unreachable} (503) */
    void requireOutside(URI address) {
        if (isNamed(address)) {
            return;
        }
        try {
            for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
                if (isInside(found)) {
                    throw Problem.invalid("channel_address_refused", "address", address.getHost());
                }
            }
        } catch (UnknownHostException e) {
            throw Problem.of(503, "channel_unreachable", address.getHost());
        }
    }

    private boolean isNamed(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean tls = address.getScheme().equalsIgnoreCase("https");
        int port = address.getPort() == -1 ? (tls ? 443 : 80) : address.getPort();
        return inside.contains(host) || inside.contains(host + ":" + port);
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean four = bytes.length == 4;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                // shared by carriers (RFC 6598), this network, reserved
                || four && (first == 0 || first >= 240 || first == 100 && second >= 64 && second < 128)
                // unique local (RFC 4193), and IPv4 in another dress: 6to4, NAT64
                || !four && ((first & 0xfe) == 0xfc || first == 0x20 && second == 0x02 || first == 0 && second == 0x64);
    }
}
