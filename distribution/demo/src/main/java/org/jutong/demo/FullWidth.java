package org.jutong.demo;

/** Gives Chinese text back the full-width punctuation that its way through other systems took from it. */
final class FullWidth {

    private static final String HALF = ",;:()?!";
    private static final String FULL = "，；：（）？！";

    private FullWidth() {}

    /** Marks beside Chinese are replaced; {@code 08:22} and {@code 1,000} stay. */
    static String restore(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int mark = HALF.indexOf(out.charAt(i));
            if (mark >= 0 && (isChinese(out, i - 1) || isChinese(out, i + 1))) {
                out.setCharAt(i, FULL.charAt(mark));
            }
        }
        return out.toString();
    }

    private static boolean isChinese(CharSequence text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return Character.isIdeographic(c)
                || c >= '\u3000' && c <= '\u303F'
                || c >= '\uFF01' && c <= '\uFF5E'
                || c == '”';
    }
}
