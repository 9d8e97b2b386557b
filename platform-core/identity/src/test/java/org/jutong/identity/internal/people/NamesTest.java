package org.jutong.identity.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.NewGrant;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestIdentity;

@ParameterizedClass
@EnumSource(Databases.class)
class NamesTest {

    @Parameter
    Databases database;

    private static NewAccount named(String username, String name) {
        return new NewAccount(username, name, PASSWORD, List.of(NewGrant.on(GUIYANG, EDITOR)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "向·阿依古丽",
                "ئابدۇرېھىم ئۆتكۈر",
                "བསྟན་འཛིན་རྒྱ་མཚོ",
                "ᠴᠢᠩᠭᠢᠰ",
                "𠮷野家",
                "Zoë O'Connor-Łukasz",
                "阿卜杜热合曼·阿卜杜克热木·买买提依明·吐尔逊·艾合买提·努尔买买提·玉素甫·热合曼·伊敏江·托合提·艾山江·依明"
            })
    void aNameInAnyScriptIsKept(String name) {
        TestIdentity identity = TestIdentity.over(database.empty());

        Account made = identity.accounts.create(ADMIN, named("somebody", name));

        assertThat(made.displayName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李\u0000四", "李\n四", "\u202E四李", "李\u2066四", "李\u200B四", "\uFEFF李四", "李\uD800四", "\u2028李"})
    void aNameThatHidesSomethingIsRefused(String name) {
        TestIdentity identity = TestIdentity.over(database.empty());

        assertThat(code(() -> identity.accounts.create(ADMIN, named("somebody", name))))
                .isEqualTo("text_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"аdmin", "admın", "ａｄｍｉｎ", "admin\u200B", "Admin", "adm\u0000in", "@system", "citizen:1"})
    void aUserNameThatLooksLikeAnothersIsRefused(String username) {
        TestIdentity identity = TestIdentity.over(database.empty());

        assertThat(code(() -> identity.accounts.create(ADMIN, named(username, "某人"))))
                .isEqualTo("username_invalid");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101})
    void lengthIsCountedInCharactersAsPeopleCount(int length) {
        TestIdentity identity = TestIdentity.over(database.empty());
        NewAccount rare = named("somebody", "𠮷".repeat(length));

        if (length > 100) {
            assertThat(code(() -> identity.accounts.create(ADMIN, rare))).isEqualTo("text_too_long");
        } else {
            assertThat(identity.accounts.create(ADMIN, rare).displayName()).hasSize(200);
        }
    }
}
