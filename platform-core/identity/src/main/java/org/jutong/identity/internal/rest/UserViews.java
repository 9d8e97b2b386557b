package org.jutong.identity.internal.rest;

import java.util.List;
import java.util.Optional;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.Grant;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.plugin.SiteCode;

/** The shapes of users on REST. */
public final class UserViews {

    private static final String EVERYWHERE = "*";

    private UserViews() {}

    /** A user. */
    public record User(String username, String displayName, boolean disabled, List<UserGrant> grants) {
        static User of(Account account) {
            return new User(
                    account.username(),
                    account.displayName(),
                    account.disabled(),
                    account.grants().stream().map(UserGrant::of).toList());
        }
    }

    /** A grant; its site is {@code *} for the whole platform. */
    public record UserGrant(String role, String site) {
        static UserGrant of(Grant grant) {
            return new UserGrant(grant.role(), grant.site().map(SiteCode::value).orElse(EVERYWHERE));
        }

        Grant grant() {
            String code = Optional.ofNullable(site).orElse("");
            return new Grant(
                    Optional.ofNullable(role).orElse(""),
                    EVERYWHERE.equals(code) ? Optional.empty() : Optional.of(new SiteCode(code)));
        }
    }

    /** A page of users. */
    public record Users(List<User> items, String next) {}

    /** A user to be. */
    public record NewUser(String username, String displayName, String password, List<UserGrant> grants) {
        NewAccount account() {
            List<UserGrant> wanted = Optional.ofNullable(grants).orElse(List.of());
            return new NewAccount(
                    username,
                    displayName,
                    password,
                    wanted.stream().map(UserGrant::grant).toList());
        }

        @Override
        public String toString() {
            return "NewUser[" + username + "]";
        }
    }

    /** What of a user can be changed. */
    public record UserChange(Boolean disabled) {}
}
