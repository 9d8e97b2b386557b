package org.jutong.search.internal.reader;

import java.io.Writer;

/** Takes what a search can use of a text: words with single spaces between them, up to a limit. Not thread-safe. */
final class Words extends Writer {

    private final StringBuilder taken = new StringBuilder();

    @Override
    public void write(char[] given, int from, int length) {
        for (int i = from; i < from + length && !isFull(); i++) {
            char each = given[i];
            if (!Character.isISOControl(each) && !Character.isWhitespace(each)) {
                taken.append(each);
            } else if (!taken.isEmpty() && taken.charAt(taken.length() - 1) != ' ') {
                taken.append(' ');
            }
        }
    }

    boolean isFull() {
        return taken.length() >= Reader.LONGEST;
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public String toString() {
        return taken.toString().strip();
    }
}
