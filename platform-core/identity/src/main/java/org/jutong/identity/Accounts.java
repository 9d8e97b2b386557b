package org.jutong.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jutong.plugin.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** Staff accounts. Every change is recorded in the audit chain. Thread-safe. */
@ProviderType
public interface Accounts {

    /**
     * The platform itself, for work that no person asked for, such as loading the demonstration province. Holds every
     * permission; its name can never be an account's.
     */
    Actor SYSTEM = new Actor("@system", "平台");

    /** The office of the system administrator. Also that of the first account. */
    String ADMINISTRATOR = "administrator";

    /** The office of the security administrator: who may do what. */
    String SECURITY_ADMINISTRATOR = "security-administrator";

    /** The office of the audit administrator: what was done. */
    String AUDIT_ADMINISTRATOR = "audit-administrator";

    /** Gives rights at a place and below it, as far as they are its holder's own. */
    String LOCAL_ADMINISTRATOR = "local-administrator";

    /** Approves orders and runs the platform: the provincial office. */
    String OPERATOR = "operator";

    /** Answers for a site: orders plugins, has all its editors may do. */
    String SITE_OWNER = "site-owner";

    /** Writes articles and answers letters. */
    String EDITOR = "editor";

    /** Accounts that sign in with a password of the platform's own. */
    String LOCAL = "local";

    /**
     * Creates an account and gives it its grants; permission {@code identity.manage} where the account belongs, and
     * what each grant asks for. An account belongs to the places of its grants and to its organisation; one without
     * either is for those alone who hold the permission on the whole platform.
     *
     * @throws org.jutong.plugin.Problem {@code username_missing}, {@code username_invalid}, {@code text_missing},
     *     {@code text_too_long} (100 characters), {@code text_invalid} (control characters, changes of
     *     writing direction), {@code password_missing}, {@code password_too_short}, {@code password_too_long},
     *     {@code organisation_not_found}, {@code grants_missing}, and what giving a grant is refused with (400, 403,
     *     409), {@code username_taken} (409), {@code forbidden} and its kin (403)
     */
    Account create(Actor by, NewAccount account);

    /** The account of this name, or empty. */
    Optional<Account> find(String username);

    /** The accounts that the actor may manage, by name. */
    List<Account> list(Actor by);

    /**
     * Changes what is present; permission {@code identity.manage} where the account belongs, before and after.
     *
     * @throws org.jutong.plugin.Problem {@code account_not_found} (404), {@code forbidden} and its kin (403), what a
     *     new account is refused with (400)
     */
    Account change(Actor by, String username, AccountChange change);

    /**
     * Disables an account, or enables one that is disabled or dormant; its sessions end at once. Permission
     * {@code identity.manage} where it belongs.
     *
     * @throws org.jutong.plugin.Problem {@code account_not_found} (404), {@code forbidden} and its kin (403),
     *     {@code last_administrator} (409) for the only administrator of the whole platform left
     */
    void setDisabled(Actor by, String username, boolean disabled);

    /**
     * An account.
     *
     * @param username its name, {@code [a-z][a-z0-9.-]{2,31}}
     * @param displayName shown to people
     * @param organisation the number of the organisation that it belongs to
     * @param source where its password is checked: {@link #LOCAL}, {@code ldap} or {@code oidc}
     * @param state whether it may sign in and act
     * @param lastSignIn when somebody last signed in with it
     * @param grants those of its own, in force or not
     * @param groups the groups that it is a member of
     */
    record Account(
            String username,
            String displayName,
            Optional<Long> organisation,
            String source,
            State state,
            Optional<Instant> lastSignIn,
            List<Grant> grants,
            Set<String> groups) {

        public Account {
            grants = List.copyOf(grants);
            groups = Set.copyOf(groups);
        }

        /** The account as somebody who acts. */
        public Actor actor() {
            return new Actor(username, displayName);
        }

        /** Whether it may sign in and act. */
        public boolean isActive() {
            return state == State.ACTIVE;
        }
    }

    /** Whether an account may sign in. */
    enum State {
        ACTIVE,

        /** Barred by an administrator. */
        DISABLED,

        /** Barred because nobody used it for long. */
        DORMANT
    }

    /**
     * What a new account is made of.
     *
     * @param password hashed with Argon2id and not kept; not used where the source is another one than {@link #LOCAL}
     * @param keepPassword whether the password may be kept; otherwise its owner must choose another at the first
     *     sign-in
     */
    record NewAccount(
            String username,
            String displayName,
            Optional<Long> organisation,
            String source,
            String password,
            boolean keepPassword,
            List<NewGrant> grants) {

        /** A usual one: local, with a password to keep. */
        public NewAccount(String username, String displayName, String password, List<NewGrant> grants) {
            this(username, displayName, Optional.empty(), LOCAL, password, true, grants);
        }

        @Override
        public String toString() {
            return "NewAccount[" + username + "]";
        }
    }

    /**
     * What is to change; what is empty stays.
     *
     * @param organisation the number of the organisation it is to belong to; 0 takes it out of the one it has
     */
    record AccountChange(Optional<String> displayName, Optional<Long> organisation) {}
}
