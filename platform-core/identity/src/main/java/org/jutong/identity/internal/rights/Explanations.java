package org.jutong.identity.internal.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.Account;
import org.jutong.identity.Decision;
import org.jutong.identity.Decision.Step;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.Organisation;
import org.jutong.identity.Role;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.OrganisationTree;
import org.jutong.identity.internal.Roster;
import org.jutong.identity.internal.store.StoredAccount;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says who may do what where and by which grant, through which path, or why not. Thread-safe. */
@Component(service = Explanations.class)
public final class Explanations {

    /** Whoever has one of these asks about others where they have it. */
    public static final Set<String> ASKING = Set.of("identity.manage", "identity.grant", "audit.read");

    private static final DateTimeFormatter BEIJING =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Roster roster;
    private final RoleBook roles;
    private final Offices offices;
    private final Reach reach;
    private final OrganisationTree organisations;
    private final GrantedAuthority authority;
    private final Clock clock;

    @Activate
    public Explanations(
            @Reference Roster roster,
            @Reference RoleBook roles,
            @Reference Offices offices,
            @Reference Reach reach,
            @Reference OrganisationTree organisations,
            @Reference GrantedAuthority authority,
            @Reference Clock clock) {
        this.roster = roster;
        this.roles = roles;
        this.offices = offices;
        this.reach = reach;
        this.organisations = organisations;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * Explains; the actor's own account, one with a grant where the actor manages, or any for the auditor.
     *
     * @throws Problem {@code account_not_found} (404) for one that the actor may not ask about
     */
    public Decision explain(Actor by, String username, String permission, Scope scope, Locale locale) {
        Optional<Account> account = roster.find(username)
                .map(StoredAccount::account)
                .filter(known -> username.equals(by.username()) || mayAsk(by, known));
        if (account.isEmpty()) {
            throw Problem.notFound("account_not_found", username);
        }
        return explain(account.get(), permission, scope, locale);
    }

    private boolean mayAsk(Actor by, Account account) {
        return ASKING.stream()
                .anyMatch(permission -> authority.allows(by, permission, Scope.EVERYWHERE)
                        || authority
                                .grants(account)
                                .anyMatch(grant -> authority.allows(by, permission, grant.scope())));
    }

    private Decision explain(Account account, String permission, Scope scope, Locale locale) {
        if (!roles.isDeclared(permission)) {
            return no(Step.of("permission_unknown", permission));
        }
        if (!account.isActive()) {
            return no(Step.of("account_" + account.state().name().toLowerCase(Locale.ROOT), account.username()));
        }
        Instant now = clock.instant();
        // a right of one's own before one that was handed over, the nearest place first
        Optional<Grant> counts = authority
                .that(account.actor(), permission, scope)
                .min(Comparator.comparing(
                                (Grant grant) -> grant.handedOverFrom().isPresent())
                        .thenComparing(Grant::id));
        return counts.map(grant -> new Decision(true, yes(grant, permission, scope, locale), counts))
                .orElseGet(() -> why(account, permission, now, locale));
    }

    private List<Step> yes(Grant grant, String permission, Scope scope, Locale locale) {
        List<Step> path = new ArrayList<>();
        if (offices.standsIn(grant, permission)) {
            path.add(Step.of(
                    "stands_in",
                    roles.otherOfficesWith(permission)
                            .map(office -> title(office, locale))
                            .collect(Collectors.joining(", ")),
                    title(grant.role(), locale)));
        } else {
            path.add(Step.of("role_holds", title(grant.role(), locale), permission));
        }
        path.add(Step.of("granted", grant.id(), title(grant.role(), locale), words(grant.scope(), locale), grant.by()));
        if (grant.holder() instanceof Holder.Group group) {
            path.add(Step.of("through_group", group.id()));
        }
        grant.handedOverFrom().ifPresent(from -> path.add(Step.of("handed_over", from)));
        place(grant.scope(), scope, locale).ifPresent(path::add);
        grant.until().ifPresent(until -> path.add(Step.of("until", time(until))));
        return path;
    }

    /** How the grant's place contains the one that is asked about. */
    private Optional<Step> place(Scope held, Scope asked, Locale locale) {
        if (held instanceof Scope.Everywhere) {
            return Optional.of(Step.of("everywhere"));
        }
        if (asked instanceof Scope.OfColumn wanted && held instanceof Scope.OfColumn column) {
            List<String> path = reach.columnPath(wanted.owner(), wanted.root());
            return Optional.of(Step.of("column_path", arrow(path.subList(0, path.indexOf(column.root()) + 1))));
        }
        Optional<SiteCode> site = asked.site();
        if (held instanceof Scope.OfSite above && site.isPresent()) {
            return Optional.of(Step.of("site_path", sitePath(site.get(), above.root(), locale)));
        }
        if (held instanceof Scope.OfOrganisation above && site.isPresent()) {
            return reach.path(site.get()).stream()
                    .flatMap(each -> organisations.runs(each).stream())
                    .filter(runner -> organisations.isBelow(runner.id(), above.root()))
                    .findFirst()
                    .map(runner -> Step.of(
                            "organisation_runs",
                            sitePath(site.get(), runner.site().orElseThrow(), locale),
                            arrow(organisations.path(runner.id()).stream()
                                    .takeWhile(each -> each.id() != above.root())
                                    .map(Organisation::name)
                                    .toList()),
                            organisations.find(above.root()).orElseThrow().name()));
        }
        return Optional.empty();
    }

    private String sitePath(SiteCode from, SiteCode to, Locale locale) {
        List<SiteCode> path = reach.path(from);
        return arrow(path.subList(0, path.indexOf(to) + 1).stream()
                .map(site -> words(site, locale))
                .toList());
    }

    /** The place as people call it, with its code. */
    private String words(Scope scope, Locale locale) {
        if (scope instanceof Scope.OfSite held) {
            return words(held.root(), locale);
        }
        if (scope instanceof Scope.OfColumn held) {
            return words(held.owner(), locale) + " / " + held.root();
        }
        if (scope instanceof Scope.OfOrganisation held) {
            return organisations
                    .find(held.root())
                    .map(organisation -> coded(organisation.name(), organisation.code(), locale))
                    .orElse(ScopeWords.of(scope));
        }
        return isEnglish(locale) ? "the whole platform" : "全平台";
    }

    private String words(SiteCode site, Locale locale) {
        return reach.name(site).map(name -> coded(name, site.value(), locale)).orElse(site.value());
    }

    private static String coded(String name, String code, Locale locale) {
        return isEnglish(locale) ? name + " (" + code + ")" : name + "（" + code + "）";
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static String arrow(List<String> path) {
        return String.join(" → ", path);
    }

    private Decision why(Account account, String permission, Instant now, Locale locale) {
        List<Step> path = new ArrayList<>();
        for (Grant grant : authority.grants(account).toList()) {
            String role = title(grant.role(), locale);
            String place = words(grant.scope(), locale);
            if (!authority.gives(grant, permission)) {
                filled(grant, permission, locale).ifPresent(path::add);
            } else if (grant.isOver(now)) {
                path.add(Step.of(
                        "over", grant.id(), role, place, time(grant.until().orElseThrow())));
            } else if (!grant.inForce(now)) {
                path.add(Step.of(
                        "not_yet", grant.id(), role, place, time(grant.from().orElseThrow())));
            } else {
                path.add(Step.of("elsewhere", grant.id(), role, place));
            }
        }
        if (path.isEmpty()) {
            path.add(Step.of("no_role", account.username(), permission));
        }
        return new Decision(false, path, Optional.empty());
    }

    /** That an administrator has no say any more because the office has a holder of its own. */
    private Optional<Step> filled(Grant grant, String permission, Locale locale) {
        return roles.otherOfficesWith(permission)
                .filter(office -> grant.role().equals(Accounts.ADMINISTRATOR) && offices.isFilled(office))
                .map(office -> Step.of("office_filled", title(office, locale), permission))
                .findFirst();
    }

    private static Decision no(Step step) {
        return new Decision(false, List.of(step), Optional.empty());
    }

    private String title(String role, Locale locale) {
        return roles.find(role)
                .map(Role::title)
                .map(title -> coded(Texts.pick(locale, title), role, locale))
                .orElse(role);
    }

    private static String time(Instant time) {
        return BEIJING.format(time);
    }
}
