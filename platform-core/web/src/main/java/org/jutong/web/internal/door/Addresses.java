package org.jutong.web.internal.door;

import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.jutong.plugin.Problem;

/**
 * Which addresses are read at all. One that two readers could understand differently (a path parameter, an encoded
 * slash, a step upwards) is refused before anybody decides by it, and so is one with a character that no text has.
 */
final class Addresses {

    private static final int LONGEST = 4096;
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "[;\\\\\\x00-\\x20\\x7f]|//|%(2[ef]|5c|3b|25|0[0-9a-f]|1[0-9a-f]|7f)|(^|/)\\.\\.?(/|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TEXT =
            Pattern.compile("%0[0-8bcef]|%1[0-9a-f]|%7f|[\\x00-\\x1f\\x7f]", Pattern.CASE_INSENSITIVE);

    private Addresses() {}

    /** @throws Problem {@code address_too_long} (414) or {@code address_not_understood} (400) */
    static void check(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        if (path.length() + query.length() > LONGEST) {
            throw Problem.of(414, "address_too_long", LONGEST);
        }
        if (AMBIGUOUS.matcher(path).find() || NO_TEXT.matcher(query).find()) {
            throw Problem.of(400, "address_not_understood");
        }
    }
}
