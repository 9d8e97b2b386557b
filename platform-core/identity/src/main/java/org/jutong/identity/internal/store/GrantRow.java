package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Scope;
import org.jutong.plugin.SiteCode;

@Entity
@Table(name = "ID_GRANTED")
class GrantRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "granted")
    @SequenceGenerator(name = "granted", sequenceName = "ID_GRANTED_SEQ", allocationSize = 50)
    @Column(name = "ID")
    private long id;

    @Column(name = "USERNAME")
    private String username;

    @Column(name = "GROUP_ID")
    private String groupId;

    @Column(name = "ROLE_ID")
    private String role;

    @Column(name = "SCOPE_KIND")
    private String kind;

    @Column(name = "SITE")
    private String site;

    @Column(name = "ORGANISATION")
    private Long organisation;

    @Column(name = "COL_KEY")
    private String column;

    @Column(name = "VALID_FROM")
    @Temporal(TemporalType.TIMESTAMP)
    private Date validFrom;

    @Column(name = "VALID_UNTIL")
    @Temporal(TemporalType.TIMESTAMP)
    private Date validUntil;

    @Column(name = "REASON")
    private String reason;

    @Column(name = "GIVEN_BY")
    private String by;

    @Column(name = "GIVEN_AT")
    @Temporal(TemporalType.TIMESTAMP)
    private Date at;

    @Column(name = "HANDED_OVER_FROM")
    private String handedOverFrom;

    protected GrantRow() {}

    GrantRow(Holder holder, NewGrant grant, String by, Instant at, Optional<String> handedOverFrom) {
        switchHolder(holder);
        this.role = grant.role();
        this.kind = grant.scope().kind();
        this.site = grant.scope().site().map(SiteCode::value).orElse(null);
        this.organisation = grant.scope() instanceof Scope.OfOrganisation tree ? (Long) tree.root() : null;
        this.column = grant.scope() instanceof Scope.OfColumn tree ? tree.root() : null;
        this.validFrom = grant.from().map(Date::from).orElse(null);
        this.validUntil = grant.until().map(Date::from).orElse(null);
        this.reason = grant.reason();
        this.by = by;
        this.at = Date.from(at);
        this.handedOverFrom = handedOverFrom.orElse(null);
    }

    private void switchHolder(Holder holder) {
        username = holder instanceof Holder.User user ? user.username() : null;
        groupId = holder instanceof Holder.Group members ? members.id() : null;
    }

    String username() {
        return username;
    }

    String group() {
        return groupId;
    }

    Grant grant() {
        return new Grant(
                id,
                groupId == null ? new Holder.User(username) : new Holder.Group(groupId),
                role,
                scope(),
                Optional.ofNullable(validFrom).map(Date::toInstant),
                Optional.ofNullable(validUntil).map(Date::toInstant),
                reason,
                by,
                at.toInstant(),
                Optional.ofNullable(handedOverFrom));
    }

    private Scope scope() {
        return switch (kind) {
            case "everywhere" -> Scope.EVERYWHERE;
            case "site" -> new Scope.OfSite(new SiteCode(site));
            case "organisation" -> new Scope.OfOrganisation(organisation);
            case "column" -> new Scope.OfColumn(new SiteCode(site), column);
            default -> throw new IllegalStateException("Grant " + id + " has the unknown scope " + kind);
        };
    }
}
