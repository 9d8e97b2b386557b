package org.jutong.search.internal.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Groups of words that mean the same; looked up as somebody asks, so that no index is built for them. Immutable. */
public final class Synonyms {

    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<String> longestFirst;

    /** @param groups each of two words or more */
    public Synonyms(List<List<String>> groups) {
        for (List<String> group : groups) {
            group.forEach(word -> this.groups.merge(plain(word), group, Synonyms::joined));
        }
        longestFirst = this.groups.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A part of a piece, with all words that mean the same; just one where there are no others. */
    record Part(List<String> words) {}

    /** Cuts a piece at the words that it knows, the longest first. */
    List<Part> parts(String piece) {
        String plain = plain(piece);
        for (String known : longestFirst) {
            int at = plain.indexOf(known);
            if (at >= 0 && plain.length() == piece.length()) {
                List<Part> parts = new ArrayList<>(parts(piece.substring(0, at)));
                parts.add(new Part(groups.get(known)));
                parts.addAll(parts(piece.substring(at + known.length())));
                return parts;
            }
        }
        return piece.isEmpty() ? List.of() : List.of(new Part(List.of(piece)));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        other.stream().filter(word -> !all.contains(word)).forEach(all::add);
        return all;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
