package org.jutong.web.internal.door;

/** What counts as text: no control characters but line ends and tabs, no half of a surrogate pair. */
public final class PlainText {

    private PlainText() {}

    /** Whether it can be stored and shown everywhere; PostgreSQL, for one, takes no null character. */
    public static boolean isText(String text) {
        return text.codePoints().noneMatch(PlainText::isNone);
    }

    private static boolean isNone(int point) {
        boolean control = point < ' ' && point != '\n' && point != '\r' && point != '\t' || point == 0x7f;
        return control || Character.getType(point) == Character.SURROGATE;
    }
}
