package org.jutong.sitegroup.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jutong.plugin.Problem;

/**
 * The host names of a site.
 *
 * @param main empty where it has none
 * @param further those that lead to the main one
 */
public record HostNames(Optional<String> main, List<String> further) {

    // RFC 1123: labels of letters, digits and hyphens; at least two, so that no machine of the inside is taken
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final int MOST_FURTHER = 5;

    /** @throws Problem {@code host_invalid}, {@code hosts_further_invalid} (400) */
    public static HostNames checked(Optional<String> host, List<String> further) {
        Optional<String> main = host.map(name -> checked("host", name));
        List<String> others = further.stream()
                .map(name -> checked("further", name))
                .distinct()
                .filter(name -> !main.equals(Optional.of(name)))
                .toList();
        if (others.size() > MOST_FURTHER || main.isEmpty() && !others.isEmpty()) {
            throw Problem.invalid("hosts_further_invalid", "further", MOST_FURTHER);
        }
        return new HostNames(main, others);
    }

    /** All of them. */
    public List<String> all() {
        return Stream.concat(main.stream(), further.stream()).toList();
    }

    private static String checked(String field, String given) {
        String name = Optional.ofNullable(given).orElse("").strip().toLowerCase(Locale.ROOT);
        if (!HOST.matcher(name).matches()) {
            throw Problem.invalid("host_invalid", field);
        }
        return name;
    }
}
