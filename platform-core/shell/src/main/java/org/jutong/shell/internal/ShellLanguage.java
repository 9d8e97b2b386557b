package org.jutong.shell.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Session;
import org.jutong.runtime.Texts;

/** The language of a session: JUTONG_SHELL_LANG of the session or the platform, else the terminal's LANG. */
record ShellLanguage(String platform) {

    private static final String VARIABLE = "JUTONG_SHELL_LANG";

    static ShellLanguage ofEnvironment() {
        return new ShellLanguage(System.getenv(VARIABLE));
    }

    /** Chinese unless English is asked for. */
    Locale of(Session session) {
        return Stream.of(session.get(VARIABLE), platform, session.get("LANG"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(language -> !language.isEmpty())
                .findFirst()
                .filter(language -> language.startsWith("en"))
                .map(english -> Locale.ENGLISH)
                .orElse(Texts.CHINESE);
    }
}
