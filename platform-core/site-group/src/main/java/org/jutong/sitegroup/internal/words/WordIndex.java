package org.jutong.sitegroup.internal.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;
import org.jutong.sitegroup.WordList.Word;

/**
 * Finds the words of a list in a text in one pass. Full width, upper case, blanks and invisible characters between the
 * characters of a word do not hide it. Immutable and thread-safe.
 */
final class WordIndex {

    private static final int AROUND = 10;

    private final Trie trie;
    private final Map<String, Word> words = new HashMap<>();

    WordIndex(List<Word> list) {
        Trie.TrieBuilder builder = Trie.builder();
        for (Word word : list) {
            String plain = plain(word.word()).text();
            if (!plain.isEmpty() && words.putIfAbsent(plain, word) == null) {
                builder.addKeyword(plain);
            }
        }
        trie = builder.build();
    }

    /** A word and where it stands, with a few characters around. */
    record Hit(Word word, String around) {}

    /** The words in the text, each at most once, where it stands first. */
    List<Hit> in(String text) {
        if (words.isEmpty()) {
            return List.of();
        }
        Plain plain = plain(text);
        Map<Word, Hit> found = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        for (Emit emit : trie.parseText(plain.text())) {
            Word word = words.get(emit.getKeyword());
            int from = Math.max(0, plain.places()[emit.getStart()] - AROUND);
            int to = Math.min(text.length(), plain.places()[emit.getEnd()] + 1 + AROUND);
            Hit hit = new Hit(
                    word, (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : ""));
            if (found.putIfAbsent(word, hit) == null) {
                hits.add(hit);
            }
        }
        return hits;
    }

    private static Plain plain(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int[] places = new int[text.length() * 2 + 1];
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int type = Character.getType(point);
            if (!Character.isWhitespace(point) && !Character.isSpaceChar(point) && type != Character.FORMAT) {
                String same = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
                for (int i = 0; i < same.length() && kept.length() < places.length; i++) {
                    places[kept.length()] = at;
                    kept.append(same.charAt(i));
                }
            }
            at += Character.charCount(point);
        }
        return new Plain(kept.toString(), places);
    }

    /** What is compared, and where each character stands in the text. */
    private record Plain(String text, int[] places) {}
}
