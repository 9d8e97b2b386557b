package org.jutong.identity.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.internal.rest.GrantViews.GrantView;
import org.jutong.identity.internal.rest.GrantViews.WantedGrant;

/** The shapes of users on REST. */
public final class UserViews {

    private UserViews() {}

    /** A user. */
    public record User(
            String username,
            String displayName,
            Long organisation,
            String organisationName,
            String state,
            Instant lastSignIn,
            String source,
            List<GrantView> grants,
            SortedSet<String> groups) {

        static User of(Account account, Optional<String> organisationName, List<GrantView> grants) {
            return new User(
                    account.username(),
                    account.displayName(),
                    account.organisation().orElse(null),
                    organisationName.orElse(null),
                    account.state().name().toLowerCase(java.util.Locale.ROOT),
                    account.lastSignIn().orElse(null),
                    account.source(),
                    grants,
                    new TreeSet<>(account.groups()));
        }
    }

    /** A page of users. */
    public record Users(List<User> items, String next) {}

    /** A user to be. */
    public record NewUser(
            String username,
            String displayName,
            String password,
            Long organisation,
            String source,
            Boolean keepPassword,
            List<WantedGrant> grants) {

        NewAccount account(String usable) {
            return new NewAccount(
                    username,
                    displayName,
                    Optional.ofNullable(organisation),
                    Optional.ofNullable(source).orElse(Accounts.LOCAL),
                    usable,
                    Boolean.TRUE.equals(keepPassword),
                    Optional.ofNullable(grants).orElse(List.of()).stream()
                            .map(WantedGrant::grant)
                            .toList());
        }

        @Override
        public String toString() {
            return "NewUser[" + username + "]";
        }
    }

    /** What of a user can be changed. */
    public record UserChange(String displayName, Long organisation, Boolean disabled) {}
}
