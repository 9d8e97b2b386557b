package org.jutong.sitegroup.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to files of the old site, in sanitized bodies. */
final class OldLinks {

    /** In front of the encoded path. */
    static final String PREFIX = "/imported/";

    private static final Pattern LINK = Pattern.compile(" (href|src)=\"" + PREFIX + "([^\"#]*)(#[^\"]*)?\"");

    private OldLinks() {}

    /**
     * A body in which links were put right.
     *
     * @param open the paths that are not known yet; their links stand as they were
     */
    record Resolved(String body, List<String> open) {}

    static Set<String> paths(String body) {
        Set<String> paths = new TreeSet<>();
        Matcher link = LINK.matcher(body);
        while (link.find()) {
            paths.add(OldPath.decoded(link.group(2)));
        }
        return paths;
    }

    /** @param address of a path, empty where it is not known */
    static Resolved resolve(String body, Function<String, Optional<String>> address) {
        List<String> open = new ArrayList<>();
        String resolved = LINK.matcher(body).replaceAll(link -> {
            String path = OldPath.decoded(link.group(2));
            String fragment = link.group(3) == null ? "" : link.group(3);
            Optional<String> found = address.apply(path);
            if (found.isEmpty()) {
                open.add(path);
            }
            return Matcher.quoteReplacement(found.map(to -> " " + link.group(1) + "=\"" + to + fragment + "\"")
                    .orElse(link.group()));
        });
        return new Resolved(resolved, open);
    }

    /** The body without the links that are still open; their words stay. */
    static String drop(String body) {
        return LINK.matcher(body).replaceAll("");
    }
}
