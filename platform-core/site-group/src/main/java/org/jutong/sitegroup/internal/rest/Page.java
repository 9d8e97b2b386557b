package org.jutong.sitegroup.internal.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jutong.plugin.Problem;

/** Pages of lists: {@code limit} and {@code after} of a request, {@code next} of an answer. */
record Page<T>(List<T> items, String next) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** From one more item than the page holds, which shows whether there is a next page. */
    static <S, T> Page<T> of(List<S> found, int limit, Function<S, T> shape, Function<S, String> cursor) {
        List<S> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? cursor.apply(page.get(limit - 1)) : null;
        return new Page<>(page.stream().map(shape).toList(), next);
    }

    static int limit(String given) {
        return number("limit", given).map(Math::toIntExact).orElse(USUAL);
    }

    static Optional<Long> after(String given) {
        return text(given)
                .map(value -> parse(value).orElseThrow(() -> Problem.invalid("cursor_invalid", "after", value)));
    }

    static long id(String given, String otherwise) {
        return parse(given).orElseThrow(() -> Problem.notFound(otherwise, given));
    }

    static Optional<String> text(String given) {
        return Optional.ofNullable(given).filter(value -> !value.isBlank());
    }

    private static Optional<Long> number(String field, String given) {
        return text(given)
                .map(value -> parse(value)
                        .filter(n -> n >= 1 && n <= MOST)
                        .orElseThrow(() -> Problem.invalid("limit_invalid", field, MOST)));
    }

    private static Optional<Long> parse(String value) {
        return Optional.of(value).filter(v -> v.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
