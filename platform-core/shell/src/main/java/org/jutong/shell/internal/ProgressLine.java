package org.jutong.shell.internal;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.apache.karaf.shell.api.console.Session;

/**
 * How far a command is. At a terminal one line that changes and is gone when the command is done; where the output goes
 * to a file or a program, a line for each change.
 */
final class ProgressLine implements Consumer<String>, AutoCloseable {

    private static final String CLEARED = "\r\u001b[K";

    private final Session session;
    private String shown = "";

    ProgressLine(Session session) {
        this.session = session;
    }

    @Override
    public void accept(String words) {
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        print(isAtTerminal() ? CLEARED + words : words + System.lineSeparator());
    }

    @Override
    public void close() {
        if (!shown.isEmpty() && isAtTerminal()) {
            print(CLEARED);
        }
    }

    private boolean isAtTerminal() {
        return session.getTerminal() != null;
    }

    private void print(String text) {
        PrintStream out = session.getConsole();
        out.print(text);
        out.flush();
    }
}
