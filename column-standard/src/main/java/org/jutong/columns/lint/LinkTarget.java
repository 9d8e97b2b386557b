package org.jutong.columns.lint;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a link leads, read as a browser reads it and not as it looks. Immutable. */
public final class LinkTarget {

    /** A browser takes {@code \} for {@code /}, and any number of them after http: as two. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?:https?:/*|//+)([^/?#]+).*", Pattern.DOTALL);

    private final List<String> domains;
    private final String own;

    /**
     * @param governmentDomains domains whose hosts need no notice, in Unicode, without a dot in front
     * @param ownHost of the site that has the link
     */
    public LinkTarget(List<String> governmentDomains, String ownHost) {
        domains = governmentDomains;
        own = IDN.toUnicode(ownHost.toLowerCase(Locale.ROOT));
    }

    /** Whether the link leads to a host that is neither the site's own nor a government's. */
    public boolean leaves(String href) {
        return host(href)
                .filter(host -> !host.equals(own))
                .filter(host -> domains.stream().noneMatch(d -> host.equals(d) || host.endsWith("." + d)))
                .isPresent();
    }

    /** The host that it names, in Unicode and lower case; empty where it stays on the site or is no address of the web. */
    public static Optional<String> host(String href) {
        String tidy =
                href.strip().replaceAll("[\\t\\r\\n]", "").replace('\\', '/').toLowerCase(Locale.ROOT);
        Matcher absolute = ABSOLUTE.matcher(tidy);
        if (!absolute.matches()) {
            return Optional.empty();
        }
        String authority = absolute.group(1);
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
        return Optional.of(IDN.toUnicode(host.endsWith(".") ? host.substring(0, host.length() - 1) : host));
    }
}
