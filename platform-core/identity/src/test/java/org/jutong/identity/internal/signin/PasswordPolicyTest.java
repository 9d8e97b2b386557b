package org.jutong.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.jutong.identity.internal.Refusals.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    private String refusal(String password) {
        return code(() -> policy.require(password, "password", "li.si", "李四", "zhangwei-guiyang"));
    }

    private void passes(String password) {
        assertThatCode(() -> policy.require(password, "password", "li.si")).doesNotThrowAnyException();
    }

    @Test
    void twelveCharactersOfAnyKindAreEnough() {
        passes("horse staple");
        passes("贵阳市南明区政府网站值班室甲");
        passes("😀".repeat(6) + "🐴".repeat(6));
        passes("            ");
        passes("correct horse".repeat(70));
    }

    @Test
    void lengthIsCountedInCharactersNotInBytesOrHalves() {
        assertThat(refusal("贵州贵阳南明观山湖区")).isEqualTo("password_too_short");
        assertThat(refusal("😀".repeat(11))).isEqualTo("password_too_short");
        assertThat(refusal("e\u0301".repeat(11))).isEqualTo("password_too_short");
        assertThat(refusal("eleven char")).isEqualTo("password_too_short");
        passes("😀".repeat(1024));
        assertThat(refusal("😀".repeat(1025))).isEqualTo("password_too_long");
        assertThat(refusal("x".repeat(10_000))).isEqualTo("password_too_long");
        assertThat(refusal(null)).isEqualTo("password_missing");
        assertThat(refusal("")).isEqualTo("password_missing");
    }

    @Test
    void aNullCharacterIsRefused() {
        assertThat(refusal("correct horse\0battery")).isEqualTo("password_has_null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "QWERTYUIOP12", "1q2w3e4r5t6y", "administrator", "unbelievable"})
    void whatManyPeopleHaveIsRefused(String common) {
        assertThat(refusal(common)).isEqualTo("password_common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jutong-jutong", "Password-2026", "li.sili.sili.si", "Zhangwei-Guiyang1", "贵州政府管理员密码聚通2026"})
    void wordsThatAnybodyWouldTryAreNoPassword(String guessable) {
        assertThat(refusal(guessable)).isEqualTo("password_guessable");
    }

    /** OWASP ASVS 5.0, 6.2.4: at least the top 3,000 that fit the policy otherwise. */
    @Test
    void theListIsLongEnoughAndOfPasswordsThatWouldPassOtherwise() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/JUTONG-INF/common-passwords.txt")) {
            List<String> all = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(all).hasSizeGreaterThan(3000).doesNotHaveDuplicates();
            assertThat(all).allMatch(password -> password.length() >= 12 && password.length() <= 64);
            assertThat(all).allMatch(password -> password.equals(password.toLowerCase(java.util.Locale.ROOT)));
        }
    }
}
