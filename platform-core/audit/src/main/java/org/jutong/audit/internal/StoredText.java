package org.jutong.audit.internal;

/** Makes text of any origin fit for a column, the same on every database: what is hashed is what is read back. */
final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    /** Without null bytes and halves of characters, at most this long; what was cut ends in an ellipsis. */
    static String of(String text, int longest) {
        String cut = text.length() <= longest ? text : cut(text, longest - 1) + '…';
        if (cut.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return cut;
        }
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> clean.appendCodePoint(isStorable(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    private static String cut(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
