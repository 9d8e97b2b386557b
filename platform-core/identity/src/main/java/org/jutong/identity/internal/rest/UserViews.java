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

    /** A user; the password is there only where the platform has just made it up. */
    public record User(
            String username,
            String displayName,
            Long organisation,
            String organisationName,
            String state,
            Instant lastSignIn,
            String source,
            boolean secondFactor,
            List<GrantView> grants,
            SortedSet<String> groups,
            String password) {

        static User of(
                Account account,
                Optional<String> organisationName,
                String state,
                boolean secondFactor,
                List<GrantView> grants) {
            return new User(
                    account.username(),
                    account.displayName(),
                    account.organisation().orElse(null),
                    organisationName.orElse(null),
                    state,
                    account.lastSignIn().orElse(null),
                    account.source(),
                    secondFactor,
                    grants,
                    new TreeSet<>(account.groups()),
                    null);
        }

        User withPassword(String madeUp) {
            return new User(
                    username,
                    displayName,
                    organisation,
                    organisationName,
                    state,
                    lastSignIn,
                    source,
                    secondFactor,
                    grants,
                    groups,
                    madeUp);
        }

        @Override
        public String toString() {
            return "User[" + username + "]";
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
