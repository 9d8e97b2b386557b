package org.jutong.identity;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/** Staff accounts and their grants. Thread-safe. */
@ProviderType
public interface Accounts {

    /**
     * The platform itself, for work that no person asked for, such as loading the demonstration province. Holds every
     * permission; its name can never be an account's.
     */
    Actor SYSTEM = new Actor("@system", "平台");

    /** The role of the first administrator; holds every permission. */
    String ADMINISTRATOR = "administrator";

    /** Approves orders and runs the platform: the provincial office. */
    String OPERATOR = "operator";

    /** Answers for a site: orders plugins, has all its editors may do. */
    String SITE_OWNER = "site-owner";

    /** Writes articles and answers letters. */
    String EDITOR = "editor";

    /**
     * Creates an account; permission {@code identity.manage} on the site of each grant. A grant on the whole platform
     * is given only by somebody who holds the right there.
     *
     * @throws org.jutong.plugin.Problem {@code username_invalid}, {@code display_name_missing},
     *     {@code display_name_too_long}, {@code password_too_short} (12 characters at least), {@code password_too_long}
     *     (1,024), {@code grants_missing}, {@code role_not_found}, {@code grant_site_not_found} (400),
     *     {@code username_taken} (409), {@code forbidden}, {@code forbidden_anywhere},
     *     {@code forbidden_everywhere} (403)
     */
    Account create(Actor by, NewAccount account);

    /** The account of this name, or empty. */
    Optional<Account> find(String username);

    /** Accounts with a grant on a site that the actor may manage, by name. */
    List<Account> list(Actor by);

    /**
     * Disables or enables an account; its sessions end at once. Permission {@code identity.manage} on the site of each
     * of its grants.
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
     * @param grants what it may do where
     * @param disabled whether it is barred from signing in
     */
    record Account(String username, String displayName, List<Grant> grants, boolean disabled) {
        /** The account as somebody who acts. */
        public Actor actor() {
            return new Actor(username, displayName);
        }
    }

    /**
     * A grant.
     *
     * @param role the role's id
     * @param site the root of the subtree on which it holds; empty for the whole platform, sites to come included
     */
    record Grant(String role, Optional<SiteCode> site) {
        /** A grant on a site and all below it. */
        public static Grant on(SiteCode site, String role) {
            return new Grant(role, Optional.of(site));
        }

        /** A grant on the whole platform. */
        public static Grant everywhere(String role) {
            return new Grant(role, Optional.empty());
        }
    }

    /** What a new account is made of; the password is hashed with Argon2id and not kept. */
    record NewAccount(String username, String displayName, String password, List<Grant> grants) {
        @Override
        public String toString() {
            return "NewAccount[" + username + "]";
        }
    }
}
