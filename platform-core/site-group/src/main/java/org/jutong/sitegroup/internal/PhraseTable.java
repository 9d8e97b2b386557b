package org.jutong.sitegroup.internal;

import java.util.Map;

/**
 * Replaces words from left to right, the longest known one first. Fifty thousand words take about 2 MB: all lie in one
 * array of characters and are found through one hash table without an object for any of them. Immutable.
 */
final class PhraseTable {

    private final char[] pool;
    private final int[] slots;
    private final byte[] longest = new byte[Character.MAX_VALUE + 1];
    private final char[] single = new char[Character.MAX_VALUE + 1];

    PhraseTable(Map<String, String> words) {
        slots = new int[Integer.highestOneBit(Math.max(1, words.size())) * 4];
        StringBuilder all = new StringBuilder().append('\0');
        for (int c = 0; c < single.length; c++) {
            single[c] = (char) c;
        }
        words.forEach((word, other) -> {
            if (word.length() == 1 && other.length() == 1) {
                single[word.charAt(0)] = other.charAt(0);
            } else {
                char first = word.charAt(0);
                longest[first] = (byte) Math.max(longest[first], word.length());
                slots[freeSlot(word)] = all.length();
                all.append((char) word.length())
                        .append(word)
                        .append((char) other.length())
                        .append(other);
            }
        });
        pool = all.toString().toCharArray();
    }

    String replace(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int entry = longest[c] == 0 ? 0 : find(text, i, longest[c]);
            if (entry == 0) {
                out.append(single[c]);
                i++;
            } else {
                int length = pool[entry];
                out.append(pool, entry + length + 2, pool[entry + length + 1]);
                i += length;
            }
        }
        return out.toString();
    }

    private int find(String text, int from, int longestWord) {
        int found = 0;
        int hash = 0;
        int end = Math.min(text.length(), from + longestWord);
        for (int i = from; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
            int length = i + 1 - from;
            for (int slot = spread(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
                if (is(slots[slot], text, from, length)) {
                    found = slots[slot];
                    break;
                }
            }
        }
        return found;
    }

    private boolean is(int entry, String text, int from, int length) {
        if (pool[entry] != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (pool[entry + 1 + i] != text.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    private int freeSlot(String word) {
        int slot = spread(word.hashCode());
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & slots.length - 1;
    }
}
