package org.jutong.interaction;

/** What people typed, made fit to be stored and counted: plain text, one kind of line end, nothing invisible. */
public final class PlainText {

    private PlainText() {}

    /** Several lines; absent becomes empty. */
    public static String lines(String typed) {
        return typed == null
                ? ""
                : keep(typed.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    /** One line; absent becomes empty, runs of white space become one space. */
    public static String line(String typed) {
        return lines(typed).replaceAll("\\s+", " ");
    }

    /** The length as people count it: a rare character outside the basic plane counts once. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    // PostgreSQL stores neither NUL nor half a surrogate pair; other controls and formats would only mislead readers
    private static String keep(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isStorable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isStorable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE, Character.FORMAT -> false;
            default -> true;
        };
    }
}
