package org.jutong.identity.internal.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jutong.plugin.Problem;

/**
 * What a password must be (OWASP ASVS 5.0, 6.2): 12 to 1,024 characters of any kind, none of the most common ones, and
 * more than the words that anybody would try first. Characters are Unicode code points after NFC, so that a password
 * is the same from every keyboard. Thread-safe.
 */
final class PasswordPolicy {

    static final int SHORTEST = 12;
    static final int LONGEST = 1024;

    // in chars before NFC, which lets 3 become 1: beyond this a password is too long whatever it is
    private static final int CAP = 4 * LONGEST;
    private static final String FILE = "/JUTONG-INF/common-passwords.txt";
    private static final List<String> TRIED_FIRST =
            List.of("jutong", "聚通", "password", "密码", "admin", "管理员", "guizhou", "贵州", "zhengfu", "政府");
    private static final int SHORTEST_WORD = 3;
    private static final int LEFT_OVER = 6;

    private final Set<String> common;

    PasswordPolicy() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(PasswordPolicy.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            common = file.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password as it is hashed; empty for one that no account can have. */
    static String normal(String password) {
        if (password.length() > CAP || password.indexOf('\0') >= 0) {
            return "";
        }
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        return length(normal) > LONGEST ? "" : normal;
    }

    /**
     * @param words known to be connected with the account, such as its name
     * @throws Problem {@code password_missing}, {@code password_has_null}, {@code password_too_short},
     *     {@code password_too_long}, {@code password_common} or {@code password_guessable} (400)
     */
    void require(String password, String field, String... words) {
        if (password == null || password.isEmpty()) {
            throw Problem.invalid("password_missing", field);
        }
        if (password.length() > CAP) {
            throw Problem.invalid("password_too_long", field, LONGEST);
        }
        if (password.indexOf('\0') >= 0) {
            throw Problem.invalid("password_has_null", field);
        }
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        if (length(normal) < SHORTEST) {
            throw Problem.invalid("password_too_short", field, SHORTEST);
        }
        if (length(normal) > LONGEST) {
            throw Problem.invalid("password_too_long", field, LONGEST);
        }
        String lower = normal.toLowerCase(Locale.ROOT);
        if (common.contains(lower)) {
            throw Problem.invalid("password_common", field);
        }
        if (length(without(lower, words)) < LEFT_OVER) {
            throw Problem.invalid("password_guessable", field);
        }
    }

    private static String without(String password, String... words) {
        String rest = password;
        for (String word : Stream.concat(Stream.of(words), TRIED_FIRST.stream()).toList()) {
            String tried = word.toLowerCase(Locale.ROOT);
            if (length(tried) >= SHORTEST_WORD || TRIED_FIRST.contains(tried)) {
                rest = rest.replace(tried, "");
            }
        }
        return rest;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
