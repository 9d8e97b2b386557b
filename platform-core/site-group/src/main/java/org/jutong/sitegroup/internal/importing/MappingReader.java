package org.jutong.sitegroup.internal.importing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.internal.importing.Mapping.Place;
import org.jutong.sitegroup.internal.importing.Mapping.Rule;

/** Reads a mapping strictly: what it does not know it refuses, so that a slip of the pen never goes unnoticed. */
final class MappingReader {

    private static final String FIELD = "mapping";
    private static final int MOST = 500;

    /** Each doubles the ways to try. */
    private static final int MOST_STARS = 8;

    private static final Set<String> KEYS = Set.of(
            "pages",
            "skip",
            "columns",
            "title",
            "time",
            "timeFormats",
            "source",
            "author",
            "body",
            "remove",
            "address");
    private static final List<String> PAGES = List.of("**.html", "**.htm", "**.shtml");
    private static final List<String> FORMATS = List.of(
            "yyyy-M-d H:mm:ss",
            "yyyy-M-d H:mm",
            "yyyy年M月d日 H:mm",
            "yyyy/M/d H:mm",
            "yyyy-M-d",
            "yyyy年M月d日",
            "yyyy/M/d");

    private final Map<String, Object> given;

    private MappingReader(Map<String, Object> given) {
        this.given = given;
    }

    /**
     * @throws Problem {@code mapping_missing}, {@code mapping_key_unknown}, {@code mapping_value_invalid},
     *     {@code mapping_selector_invalid}, {@code mapping_time_format_invalid}
     */
    static Mapping read(Map<String, Object> given) {
        if (given == null || given.isEmpty()) {
            throw Problem.invalid("mapping_missing", FIELD);
        }
        given.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw Problem.invalid("mapping_key_unknown", FIELD, key);
                });
        return new MappingReader(given).mapping();
    }

    private Mapping mapping() {
        return new Mapping(
                globs("pages", PAGES),
                globs("skip", List.of()),
                rules(),
                place("title", List.of("meta[name=ArticleTitle]")),
                place("time", List.of("meta[name=PubDate]")),
                texts("timeFormats", FORMATS).stream()
                        .map(MappingReader::format)
                        .toList(),
                place("source", List.of("meta[name=ContentSource]")),
                place("author", List.of("meta[name=Author]")),
                place("body", List.of()),
                place("remove", List.of()),
                address());
    }

    private String address() {
        List<String> address = texts("address", List.of());
        if (address.isEmpty()) {
            return "";
        }
        if (!address.get(0).matches("(?i)https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw wrong("address");
        }
        return address.get(0).replaceFirst("/*$", "/");
    }

    private List<Rule> rules() {
        if (!(given.get("columns") instanceof List<?> items) || items.isEmpty() || items.size() > MOST) {
            throw wrong("columns");
        }
        List<Rule> rules = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> rule)
                    || rule.size() != 2
                    || !(rule.get("from") instanceof String from)
                    || from.chars().filter(c -> c == '*').count() > MOST_STARS
                    || !(rule.get("to") instanceof String to)) {
                throw wrong("columns");
            }
            rules.add(new Rule(glob(from), to));
        }
        return rules;
    }

    private Place place(String key, List<String> usual) {
        List<String> selectors = texts(key, usual);
        if (key.equals("body") && selectors.isEmpty()) {
            throw wrong(key);
        }
        return new Place(
                key,
                String.join(" | ", selectors),
                selectors.stream().map(selector -> selector(key, selector)).toList());
    }

    private static Evaluator selector(String key, String selector) {
        try {
            return QueryParser.parse(selector);
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            throw Problem.invalid("mapping_selector_invalid", FIELD, key, selector);
        }
    }

    private static DateTimeFormatter format(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.CHINA);
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid("mapping_time_format_invalid", FIELD, pattern);
        }
    }

    private List<Pattern> globs(String key, List<String> usual) {
        List<String> globs = texts(key, usual);
        if (globs.stream().anyMatch(glob -> glob.chars().filter(c -> c == '*').count() > MOST_STARS)) {
            throw wrong(key);
        }
        return globs.stream().map(MappingReader::glob).toList();
    }

    /** {@code *} and {@code ?} within a folder, {@code **} across folders. */
    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    /** One text, or a list of them. */
    private List<String> texts(String key, List<String> usual) {
        Object value = given.get(key);
        if (value == null) {
            return usual;
        }
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        if (items.size() > MOST) {
            throw wrong(key);
        }
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof String text) || text.isBlank() || text.length() > MOST) {
                throw wrong(key);
            }
            texts.add(text);
        }
        return texts;
    }

    private static Problem wrong(String key) {
        return Problem.invalid("mapping_value_invalid", FIELD, key);
    }
}
