package org.jutong.itests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages of a platform without an SMS gateway: a citizen's telephone in tests. */
public final class Outbox {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private Outbox() {}

    /** The last message to this number. */
    public static String last(Platform platform, String mobile) {
        try (Stream<Path> files = Files.list(platform.data().resolve("messages"))) {
            return files.sorted(Comparator.reverseOrder())
                    .map(Outbox::read)
                    .filter(message -> message.startsWith(mobile + "\n"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No message to " + mobile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code in the last message to this number. */
    public static String code(Platform platform, String mobile) {
        String text = last(platform, mobile).substring(mobile.length());
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("No code in " + text);
        }
        return code.group();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
