package org.jutong.sitegroup.internal.importing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths below the old site's root: with slashes, without one in front, decoded, never upwards. */
final class OldPath {

    /** What is stored of a path. */
    static final int LONGEST = 400;

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private OldPath() {}

    /** An entry's name as a path, or empty where it leaves the root or means no file. */
    static Optional<String> ofEntry(String name) {
        String slashed = name.replace('\\', '/');
        if (slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*") || slashed.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        for (String segment : slashed.split("/")) {
            if (segment.equals("..")) {
                return Optional.empty();
            }
        }
        return normal("", slashed);
    }

    /**
     * Where a link of a page leads to on the old site.
     *
     * @param address the old site's own address, ending with a slash, or empty
     * @return empty where it leads elsewhere, or above the root
     */
    static Optional<String> ofLink(String page, String link, String address) {
        String target = plain(link);
        if (!address.isEmpty() && isOn(address, target)) {
            target = "/" + target.substring(target.indexOf("//") + 2).replaceFirst("^[^/]*/?", "");
        } else if (target.startsWith("//") || SCHEME.matcher(target).matches()) {
            return Optional.empty();
        }
        if (target.isEmpty()) {
            return Optional.empty();
        }
        String folder = target.startsWith("/") ? "" : page.substring(0, page.lastIndexOf('/') + 1);
        return normal(folder, decoded(target));
    }

    /** What follows the # of a link, with it. */
    static String fragment(String link) {
        int at = link.indexOf('#');
        return at < 0 ? "" : link.substring(at);
    }

    /** For an address: everything but plain letters, digits and slashes as %XX. */
    static String encoded(String path) {
        StringBuilder out = new StringBuilder(path.length() + 16);
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", each & 0xFF));
            }
        }
        return out.toString();
    }

    /** The other way round. A text that is no such encoding stays as it is. */
    static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return encoded;
        }
    }

    private static boolean isOn(String address, String target) {
        String there = target.replaceFirst("^(?i:https?:)?//", "//");
        String own = address.replaceFirst("^(?i:https?:)?//", "//");
        return there.equals(own.substring(0, own.length() - 1)) || there.startsWith(own);
    }

    private static String plain(String link) {
        String stripped = link.strip().replace('\\', '/');
        int end = stripped.length();
        for (char stop : new char[] {'#', '?'}) {
            int at = stripped.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        return stripped.substring(0, end);
    }

    private static Optional<String> normal(String folder, String target) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (folder + target).split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", segments));
    }
}
