package org.jutong.identity.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.identity.Accounts.ADMINISTRATOR;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.LOCAL_ADMINISTRATOR;
import static org.jutong.identity.Accounts.SITE_OWNER;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.Grant;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

@ParameterizedClass
@EnumSource(Databases.class)
class StoredAccountsTest {

    private static final List<NewGrant> SOME = List.of(NewGrant.on(GUIYANG, EDITOR));

    @Parameter
    Databases database;

    private Store store;
    private TestIdentity identity;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = TestIdentity.over(store);
    }

    private String refusal(String username, String name, String password, List<NewGrant> grants) {
        return code(() -> identity.accounts.create(ADMIN, new NewAccount(username, name, password, grants)));
    }

    @Test
    void anAccountIsFoundAsItWasMadeAlsoAfterARestart() {
        List<NewGrant> grants = List.of(NewGrant.on(GUIYANG, EDITOR), NewGrant.on(ZUNYI, SITE_OWNER));

        Account made = identity.accounts.create(ADMIN, new NewAccount("li.si-2", " 李四 ", PASSWORD, grants));

        assertThat(made.displayName()).isEqualTo("李四");
        assertThat(made.isActive()).isTrue();
        assertThat(made.grants())
                .extracting(Grant::role, Grant::scope, Grant::by)
                .containsExactly(
                        tuple(EDITOR, new Scope.OfSite(GUIYANG), "admin"),
                        tuple(SITE_OWNER, new Scope.OfSite(ZUNYI), "admin"));
        assertThat(TestIdentity.over(store).accounts.find("li.si-2")).contains(made);
    }

    @Test
    void aBadAccountIsRefusedAndNothingIsStored() {
        assertThat(refusal("Li", "李四", PASSWORD, SOME)).isEqualTo("username_invalid");
        assertThat(refusal("@system", "李四", PASSWORD, SOME)).isEqualTo("username_invalid");
        assertThat(refusal(null, "李四", PASSWORD, SOME)).isEqualTo("username_missing");
        assertThat(refusal("lisi", " ", PASSWORD, SOME)).isEqualTo("text_missing");
        assertThat(refusal("lisi", "李".repeat(101), PASSWORD, SOME)).isEqualTo("text_too_long");
        assertThat(refusal("lisi", "李四", null, SOME)).isEqualTo("password_missing");
        assertThat(refusal("lisi", "李四", "eleven char", SOME)).isEqualTo("password_too_short");
        assertThat(refusal("lisi", "李四", "x".repeat(1025), SOME)).isEqualTo("password_too_long");
        assertThat(refusal("lisi", "李四", PASSWORD, List.of())).isEqualTo("grants_missing");
        assertThat(refusal("lisi", "李四", PASSWORD, List.of(NewGrant.on(GUIYANG, "king"))))
                .isEqualTo("role_not_found");
        assertThat(refusal("lisi", "李四", PASSWORD, List.of(NewGrant.on(new SiteCode("9900000001"), EDITOR))))
                .isEqualTo("grant_site_not_found");
        assertThat(identity.accounts.find("lisi")).isEmpty();
        assertThat(TestIdentity.over(store).accounts.find("lisi")).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        identity.account("lisi", NewGrant.on(GUIYANG, EDITOR));

        assertThat(refusal("lisi", "另一个", PASSWORD, SOME)).isEqualTo("username_taken");
        assertThat(identity.accounts.find("lisi").orElseThrow().displayName()).isEqualTo("某人");
    }

    @Test
    void onlyAManagerOfThePlaceGrantsThere() {
        Actor local = identity.account("local", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));
        Actor owner = identity.account("owner", NewGrant.on(GUIYANG, SITE_OWNER));

        assertThat(code(() -> create(owner, NewGrant.on(GUIYANG, EDITOR)))).isEqualTo("forbidden_anywhere");
        assertThat(code(() -> create(local, NewGrant.on(ZUNYI, EDITOR)))).isEqualTo("forbidden");
        assertThat(code(() -> create(local, NewGrant.everywhere(EDITOR)))).isEqualTo("forbidden_everywhere");
        assertThat(code(() -> create(Actor.ANONYMOUS, NewGrant.on(GUIYANG, EDITOR))))
                .isEqualTo("not_signed_in");
        create(local, NewGrant.on(NANMING, EDITOR));
        assertThat(identity.accounts.find("new")).isPresent();
    }

    private void create(Actor by, NewGrant grant) {
        identity.accounts.create(by, new NewAccount("new", "新人", PASSWORD, List.of(grant)));
    }

    @Test
    void aManagerSeesTheAccountsOfHisPlaceOnly() {
        Actor local = identity.account("local", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));
        Actor editor = identity.account("nanming", NewGrant.on(NANMING, EDITOR));
        identity.account("zunyi", NewGrant.on(ZUNYI, EDITOR));

        assertThat(identity.accounts.list(local)).extracting(Account::username).containsExactly("local", "nanming");
        assertThat(identity.accounts.list(ADMIN))
                .extracting(Account::username)
                .containsExactly("admin", "local", "nanming", "zunyi");
        assertThat(code(() -> identity.accounts.list(editor))).isEqualTo("forbidden_anywhere");
    }

    @Test
    void theLastAdministratorCannotBeDisabled() {
        assertThat(code(() -> identity.accounts.setDisabled(ADMIN, "admin", true)))
                .isEqualTo("last_administrator");
        Actor second = identity.account("second", NewGrant.everywhere(ADMINISTRATOR));

        identity.accounts.setDisabled(second, "admin", true);

        assertThat(identity.accounts.find("admin").orElseThrow().isActive()).isFalse();
        assertThat(code(() -> identity.accounts.setDisabled(second, "second", true)))
                .isEqualTo("last_administrator");
        assertThat(code(() -> identity.accounts.setDisabled(ADMIN, "second", true)))
                .isEqualTo("forbidden_anywhere");
        assertThat(code(() -> identity.accounts.setDisabled(second, "ghost", true)))
                .isEqualTo("account_not_found");
    }
}
