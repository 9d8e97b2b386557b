package org.jutong.identity.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Scope;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;

/** The shapes of grants on REST. */
public final class GrantViews {

    private static final String EVERYWHERE = "*";

    private GrantViews() {}

    /** A grant; its site is {@code *} for the whole platform. */
    public record GrantView(
            long id,
            String user,
            String group,
            String role,
            String roleTitle,
            ScopeView scope,
            String organisationName,
            String site,
            Instant from,
            Instant until,
            String reason,
            String by,
            Instant at,
            String handedOverFrom,
            boolean inForce) {

        static GrantView of(Grant grant, String roleTitle, Optional<String> organisation, Instant now) {
            return new GrantView(
                    grant.id(),
                    grant.holder() instanceof Holder.User user ? user.username() : null,
                    grant.holder() instanceof Holder.Group group ? group.id() : null,
                    grant.role(),
                    roleTitle,
                    ScopeView.of(grant.scope()),
                    organisation.orElse(null),
                    grant.scope() instanceof Scope.Everywhere
                            ? EVERYWHERE
                            : grant.scope().site().map(SiteCode::value).orElse(null),
                    grant.from().orElse(null),
                    grant.until().orElse(null),
                    grant.reason(),
                    grant.by(),
                    grant.at(),
                    grant.handedOverFrom().orElse(null),
                    grant.inForce(now));
        }
    }

    /** A list of grants. */
    public record Grants(List<GrantView> items, String next) {}

    /** Where a grant holds; {@code kind} says which of the others are there. */
    public record ScopeView(String kind, String site, Long organisation, String column) {

        static ScopeView of(Scope scope) {
            return new ScopeView(
                    scope.kind(),
                    scope.site().map(SiteCode::value).orElse(null),
                    scope instanceof Scope.OfOrganisation tree ? (Long) tree.root() : null,
                    scope instanceof Scope.OfColumn tree ? tree.root() : null);
        }

        Scope scope() {
            return switch (Optional.ofNullable(kind).orElse("")) {
                case "everywhere" -> Scope.EVERYWHERE;
                case "site" -> new Scope.OfSite(siteCode());
                case "organisation" ->
                    new Scope.OfOrganisation(
                            Optional.ofNullable(organisation).orElseThrow(() -> incomplete("organisation")));
                case "column" ->
                    new Scope.OfColumn(siteCode(), Optional.ofNullable(column).orElseThrow(() -> incomplete("column")));
                default -> throw Problem.invalid("scope_invalid", "scope");
            };
        }

        private SiteCode siteCode() {
            return new SiteCode(Optional.ofNullable(site).orElse(""));
        }

        private static Problem incomplete(String field) {
            return Problem.invalid("scope_invalid", field);
        }
    }

    /** A grant to be: its place is {@code scope}, or in short {@code site}, which is {@code *} for the whole platform. */
    public record WantedGrant(String role, String site, ScopeView scope, String from, String until, String reason) {

        NewGrant grant() {
            return new NewGrant(
                    Optional.ofNullable(role).orElse(""),
                    place(),
                    time("from", from),
                    time("until", until),
                    Optional.ofNullable(reason).orElse(""));
        }

        private Scope place() {
            if (scope != null) {
                return scope.scope();
            }
            String code = Optional.ofNullable(site).orElse("");
            return EVERYWHERE.equals(code) ? Scope.EVERYWHERE : new Scope.OfSite(new SiteCode(code));
        }
    }

    /** A time of a request, RFC 3339. */
    static Optional<Instant> time(String field, String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(given -> !given.isBlank())
                    .map(given -> OffsetDateTime.parse(given).toInstant());
        } catch (DateTimeException e) {
            throw Problem.invalid("time_invalid", field);
        }
    }
}
