package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void hashesAreArgon2idOfTheRecommendedCostEachWithASaltOfItsOwn() {
        String hash = passwords.hash("密码 with 汉字");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("密码 with 汉字")).isNotEqualTo(hash);
        assertThat(passwords.matches("密码 with 汉字", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("密码 without 汉字", Optional.of(hash))).isFalse();
    }

    @Test
    void aHashOfOlderCostStillMatches() {
        assertThat(passwords.matches("some password", Optional.of(new Passwords(1024, 1).hash("some password"))))
                .isTrue();
    }

    @Test
    void anUnknownNameIsCheckedAtTheSameCostAsAKnownOne() {
        assertThat(withoutSecrets(passwords.nobodys())).isEqualTo(withoutSecrets(passwords.hash("some password")));
        assertThat(passwords.matches("some password", Optional.empty())).isFalse();
    }

    @Test
    void aPasswordIsTheSameFromEveryKeyboard() {
        String composed = "caf\u00e9 au lait noir";
        String decomposed = "cafe\u0301 au lait noir";

        assertThat(passwords.matches(decomposed, Optional.of(passwords.hash(composed))))
                .isTrue();
    }

    @Test
    void whatNobodyCanHaveMatchesNothing() {
        String hash = passwords.hash("");

        assertThat(passwords.matches("x".repeat(10_000), Optional.of(hash))).isFalse();
        assertThat(passwords.matches("\0", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("", Optional.of(hash))).isFalse();
    }

    /** The parameters, and the lengths of salt and hash. */
    private static String withoutSecrets(String hash) {
        return hash.replaceFirst("(?<=p=1).*", "") + " " + hash.length();
    }
}
