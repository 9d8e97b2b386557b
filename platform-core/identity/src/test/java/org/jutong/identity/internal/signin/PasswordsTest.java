package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void hashesAreArgon2idOfTheRecommendedCostEachWithASaltOfItsOwn() {
        String hash = passwords.hash("密码 with 汉字");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("密码 with 汉字")).isNotEqualTo(hash);
        assertThat(passwords.matches("密码 with 汉字", hash)).isTrue();
        assertThat(passwords.matches("密码 without 汉字", hash)).isFalse();
    }

    @Test
    void aHashOfOlderCostStillMatches() {
        assertThat(passwords.matches("some password", new Passwords(1024, 1).hash("some password")))
                .isTrue();
    }

    @Test
    void anUnknownNameIsCheckedAtTheSameCostAsAKnownOne() {
        assertThat(withoutSecrets(passwords.nobodys())).isEqualTo(withoutSecrets(passwords.hash("some password")));
        assertThat(passwords.matches("some password", passwords.nobodys())).isFalse();
    }

    /** The parameters, and the lengths of salt and hash. */
    private static String withoutSecrets(String hash) {
        return hash.replaceFirst("(?<=p=1).*", "") + " " + hash.length();
    }
}
