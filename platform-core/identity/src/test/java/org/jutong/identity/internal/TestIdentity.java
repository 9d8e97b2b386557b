package org.jutong.identity.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.NewGrant;
import org.jutong.identity.SiteTree;
import org.jutong.identity.internal.people.AccountCare;
import org.jutong.identity.internal.people.Belonging;
import org.jutong.identity.internal.people.Dormancy;
import org.jutong.identity.internal.people.OrganisationImport;
import org.jutong.identity.internal.people.StoredAccounts;
import org.jutong.identity.internal.people.StoredGroups;
import org.jutong.identity.internal.people.StoredOrganisations;
import org.jutong.identity.internal.rights.Administrators;
import org.jutong.identity.internal.rights.Explanations;
import org.jutong.identity.internal.rights.GrantRules;
import org.jutong.identity.internal.rights.GrantedAuthority;
import org.jutong.identity.internal.rights.HandOver;
import org.jutong.identity.internal.rights.Offices;
import org.jutong.identity.internal.rights.Reach;
import org.jutong.identity.internal.rights.RoleBook;
import org.jutong.identity.internal.rights.StoredGrants;
import org.jutong.identity.internal.rights.StoredRoles;
import org.jutong.identity.internal.signin.AccountRecovery;
import org.jutong.identity.internal.signin.AllHolders;
import org.jutong.identity.internal.signin.Credentials;
import org.jutong.identity.internal.signin.FirstAdministrator;
import org.jutong.identity.internal.signin.OwnSignIn;
import org.jutong.identity.internal.signin.Passwords;
import org.jutong.identity.internal.signin.Sealing;
import org.jutong.identity.internal.signin.SecondFactorPolicy;
import org.jutong.identity.internal.signin.SecondFactors;
import org.jutong.identity.internal.signin.SessionLimits;
import org.jutong.identity.internal.signin.StaffHolders;
import org.jutong.identity.internal.signin.StoredSessions;
import org.jutong.identity.internal.signin.StoredTokens;
import org.jutong.identity.internal.signin.Throttle;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

/** Identity as the container wires it, over a province with two prefectures and a county. Starts like a restart. */
public final class TestIdentity {

    public static final SiteCode PROVINCE = new SiteCode("5200000001");
    public static final SiteCode GUIYANG = new SiteCode("5201000001");
    public static final SiteCode NANMING = new SiteCode("5201020001");
    public static final SiteCode ZUNYI = new SiteCode("5203000001");
    public static final String ADMIN_PASSWORD = "first-of-all-staff";
    public static final String PASSWORD = "correct horse battery";
    public static final Actor ADMIN = new Actor("admin", "平台管理员");

    /** A column of the provincial site and the one above it. */
    public static final String NEWS = "news";

    public static final String CITY_NEWS = "city-news";

    /** Sites that are closed. */
    public final Set<SiteCode> closed = new HashSet<>();

    public final Passwords passwords = new Passwords(64, 1);
    public final RecordingAudit audit = new RecordingAudit();
    public final Sealing sealing = new Sealing(Optional.of("A".repeat(43) + "="), Path.of("target"));
    final Changes changes;
    public final CatchUp catchUp;
    public final Roster roster;
    public final RoleBook roles;
    public final OrganisationTree organisationTree;
    public final Reach reach;
    public final Offices offices;
    public final GrantedAuthority authority;
    public final SecondFactors factors;
    public final Credentials credentials;
    public final StoredSessions sessions;
    public final OwnSignIn own;
    public final AccountRecovery recovery;
    public final StoredTokens tokens;
    public final GrantRules rules;
    public final Administrators administrators;
    public final Belonging belonging;
    public final StoredAccounts accounts;
    public final StoredGrants grants;
    public final HandOver duties;
    public final StoredRoles roleMaking;
    public final StoredGroups groups;
    public final StoredOrganisations organisations;
    public final OrganisationImport imports;
    public final Explanations explanations;
    public final AccountCare care;
    public final Dormancy dormancy;
    public final AllHolders holders;

    public TestIdentity(Store store, TestClock clock) {
        this(store, clock, "nobody");
    }

    /** @param secondFactor who must have one */
    public TestIdentity(Store store, TestClock clock, String secondFactor) {
        factors = new SecondFactors(store, sealing, clock);
        FirstAdministrator first = new FirstAdministrator(
                store, passwords, factors, clock, Optional.of(ADMIN_PASSWORD), Optional.empty(), Path.of("target"));
        changes = new Changes(store);
        roster = new Roster(store, first, changes);
        roles = new RoleBook(store, changes);
        organisationTree = new OrganisationTree(store, changes);
        catchUp = new CatchUp(changes, roster, roles, organisationTree);
        reach = new Reach(organisationTree);
        reach.tree = new Province();
        offices = new Offices(roster, roles, clock);
        authority = new GrantedAuthority(roster, roles, offices, reach, clock);
        rules = new GrantRules(roster, roles, offices, reach, organisationTree, authority, clock);
        administrators = new Administrators(store, clock);
        belonging = new Belonging(authority, organisationTree, clock);
        holders = new AllHolders(new StaffHolders(roster));
        Throttle throttle = new Throttle(store, clock);
        SecondFactorPolicy policy = new SecondFactorPolicy(roster, authority, secondFactor);
        credentials = new Credentials(store, holders, passwords, factors, policy, throttle, audit);
        sessions = new StoredSessions(
                store,
                credentials,
                holders,
                audit,
                clock,
                new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), 10));
        own = new OwnSignIn(store, credentials, passwords, factors, policy, sessions, audit);
        recovery = new AccountRecovery(store, passwords, factors, sessions, throttle, audit);
        tokens = new StoredTokens(store, credentials, holders, authority, audit, clock);
        accounts =
                new StoredAccounts(store, roster, belonging, rules, administrators, sessions, passwords, audit, clock);
        grants = new StoredGrants(store, roster, rules, authority, administrators, sessions, audit, clock);
        duties = new HandOver(store, roster, rules, authority, administrators, sessions, audit, clock);
        roleMaking = new StoredRoles(store, roles, roster, authority, rules, sessions, audit);
        groups = new StoredGroups(store, roster, belonging, rules, authority, administrators, sessions, audit, clock);
        organisations = new StoredOrganisations(store, organisationTree, authority, reach, audit);
        imports = new OrganisationImport(store, organisationTree, authority, audit);
        explanations = new Explanations(roster, roles, offices, reach, organisationTree, authority, clock);
        care = new AccountCare(roster, belonging, rules, recovery);
        dormancy = new Dormancy(store, roster, administrators, sessions, audit, clock, "90");
    }

    public static TestIdentity over(Store store) {
        return new TestIdentity(store, new TestClock());
    }

    /** A new account with {@link #PASSWORD}. */
    public Actor account(String username, NewGrant... grants) {
        return accounts.create(ADMIN, new NewAccount(username, "某人", PASSWORD, List.of(grants)))
                .actor();
    }

    private final class Province implements SiteTree {
        @Override
        public List<SiteCode> pathToRoot(SiteCode site) {
            List<SiteCode> path = new ArrayList<>(List.of(PROVINCE));
            if (site.equals(GUIYANG) || site.equals(NANMING)) {
                path.add(0, GUIYANG);
            }
            if (site.equals(NANMING) || site.equals(ZUNYI)) {
                path.add(0, site);
            }
            return path.get(0).equals(site) ? path : List.of();
        }

        @Override
        public boolean isOpen(SiteCode site) {
            return !closed.contains(site) && !pathToRoot(site).isEmpty();
        }

        @Override
        public Optional<String> name(SiteCode site) {
            return pathToRoot(site).isEmpty()
                    ? Optional.empty()
                    : Optional.of("site " + site.value().substring(0, 6));
        }

        @Override
        public List<String> columnPath(SiteCode site, String column) {
            return switch (column) {
                case NEWS -> List.of(NEWS);
                case CITY_NEWS -> List.of(CITY_NEWS, NEWS);
                default -> List.of();
            };
        }

        @Override
        public Optional<SiteCode> root() {
            return Optional.of(PROVINCE);
        }
    }
}
