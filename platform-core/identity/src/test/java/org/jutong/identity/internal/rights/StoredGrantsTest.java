package org.jutong.identity.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.ADMINISTRATOR;
import static org.jutong.identity.Accounts.AUDIT_ADMINISTRATOR;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.LOCAL_ADMINISTRATOR;
import static org.jutong.identity.Accounts.OPERATOR;
import static org.jutong.identity.Accounts.SECURITY_ADMINISTRATOR;
import static org.jutong.identity.Accounts.SITE_OWNER;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.CITY_NEWS;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.NEWS;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;
import static org.jutong.identity.internal.TestIdentity.PROVINCE;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.Client;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Scope;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

@ParameterizedClass
@EnumSource(Databases.class)
class StoredGrantsTest {

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private Store store;
    private TestIdentity identity;
    private Actor editor;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = new TestIdentity(store, clock);
        editor = identity.account("editor", NewGrant.on(NANMING, EDITOR));
    }

    private Grant give(Actor by, Actor to, NewGrant grant) {
        return identity.grants.give(by, new Holder.User(to.username()), grant);
    }

    private String refusal(Actor by, Actor to, NewGrant grant) {
        return code(() -> give(by, to, grant));
    }

    private boolean mayPush(SiteCode site) {
        return identity.authority.allows(editor, "article.push", site);
    }

    private NewGrant owner(Optional<Instant> from, Optional<Instant> until) {
        return new NewGrant(SITE_OWNER, new Scope.OfSite(GUIYANG), from, until, "轮岗");
    }

    @Test
    void aGrantCountsFromWhenUntilWhenItSays() {
        Instant now = clock.instant();
        Grant given = give(
                ADMIN,
                editor,
                owner(Optional.of(now.plus(Duration.ofDays(1))), Optional.of(now.plus(Duration.ofDays(3)))));

        assertThat(mayPush(GUIYANG)).as("not yet").isFalse();
        clock.pass(Duration.ofDays(1));
        assertThat(mayPush(GUIYANG)).as("from the very moment").isTrue();
        clock.pass(Duration.ofDays(2));
        assertThat(mayPush(GUIYANG)).as("no longer").isFalse();
        assertThat(new TestIdentity(store, clock).grants.find(given.id())).contains(given);
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        Instant now = clock.instant();
        assertThat(refusal(ADMIN, editor, owner(Optional.empty(), Optional.of(now))))
                .isEqualTo("until_past");
        assertThat(refusal(ADMIN, editor, owner(Optional.of(now.plusSeconds(60)), Optional.of(now.plusSeconds(60)))))
                .isEqualTo("until_before_from");
    }

    @Test
    void aGrantOnAColumnCountsOnItAndThoseBelow() {
        NewGrant news = NewGrant.on(new Scope.OfColumn(GUIYANG, NEWS), SITE_OWNER);
        Actor writer = identity.account("writer", news);

        assertThat(identity.authority.allows(writer, "article.push", GUIYANG, NEWS))
                .isTrue();
        assertThat(identity.authority.allows(writer, "article.push", GUIYANG, CITY_NEWS))
                .isTrue();
        assertThat(identity.authority.allows(writer, "article.push", GUIYANG, "notices"))
                .isFalse();
        assertThat(identity.authority.allows(writer, "article.push", NANMING, NEWS))
                .isFalse();
        assertThat(identity.authority.allows(writer, "article.push", GUIYANG)).isFalse();
        assertThat(identity.authority.allowsWithin(writer, "article.push", GUIYANG))
                .isTrue();
        assertThat(identity.authority.allowsWithin(writer, "article.push", NANMING))
                .isFalse();
        assertThat(identity.authority.allows(editor, "article.write", NANMING, NEWS))
                .isTrue();
    }

    @Test
    void placesWhereNothingCanBeDoneAreRefused() {
        identity.closed.add(ZUNYI);

        assertThat(refusal(ADMIN, editor, NewGrant.on(ZUNYI, EDITOR))).isEqualTo("grant_site_closed");
        assertThat(refusal(ADMIN, editor, NewGrant.on(new Scope.OfColumn(ZUNYI, NEWS), EDITOR)))
                .isEqualTo("grant_site_closed");
        assertThat(code(() -> identity.accounts.create(ADMIN, newAccount("late", NewGrant.on(ZUNYI, EDITOR)))))
                .isEqualTo("grant_site_closed");
        assertThat(identity.accounts.find("late")).isEmpty();
        identity.groups.create(ADMIN, "desk", "编辑部");
        assertThat(code(() -> identity.grants.give(ADMIN, new Holder.Group("desk"), NewGrant.on(ZUNYI, EDITOR))))
                .isEqualTo("grant_site_closed");
        assertThat(identity.grants.list(ADMIN))
                .noneMatch(grant -> grant.scope().site().equals(Optional.of(ZUNYI)));
        assertThat(refusal(ADMIN, editor, NewGrant.on(new SiteCode("9900000001"), EDITOR)))
                .isEqualTo("grant_site_not_found");
        assertThat(refusal(ADMIN, editor, NewGrant.on(new Scope.OfColumn(GUIYANG, "no-such"), EDITOR)))
                .isEqualTo("grant_column_not_found");
        assertThat(refusal(ADMIN, editor, NewGrant.on(new Scope.OfOrganisation(4711), EDITOR)))
                .isEqualTo("organisation_not_found");
        assertThat(refusal(ADMIN, editor, NewGrant.on(NANMING, "king"))).isEqualTo("role_not_found");
        assertThat(refusal(ADMIN, new Actor("ghost", ""), NewGrant.on(NANMING, EDITOR)))
                .isEqualTo("account_not_found");
        assertThat(refusal(ADMIN, editor, NewGrant.on(NANMING, EDITOR))).isEqualTo("grant_exists");
    }

    @Test
    void aLocalAdministratorGivesWhatTheyHoldBelowThemselves() {
        Actor local = identity.account("local", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));
        Actor other = identity.account("other", NewGrant.on(ZUNYI, EDITOR));

        give(local, editor, NewGrant.on(NANMING, SITE_OWNER));
        assertThat(mayPush(NANMING)).isTrue();

        assertThat(refusal(local, editor, NewGrant.on(GUIYANG, OPERATOR))).isEqualTo("grant_beyond_own");
        assertThat(refusal(local, editor, NewGrant.on(PROVINCE, EDITOR))).isEqualTo("forbidden");
        assertThat(refusal(local, editor, NewGrant.everywhere(EDITOR))).isEqualTo("forbidden_everywhere");
        assertThat(refusal(local, other, NewGrant.on(NANMING, EDITOR))).isEqualTo("account_outside");
        assertThat(refusal(local, local, NewGrant.on(NANMING, SITE_OWNER))).isEqualTo("own_grants");
        assertThat(refusal(editor, other, NewGrant.on(NANMING, EDITOR))).isEqualTo("forbidden_anywhere");
        assertThat(code(() -> identity.grants.revoke(editor, 1, ""))).isEqualTo("forbidden_anywhere");
    }

    @Test
    void nobodyHoldsTwoOffices() {
        identity.account("security", NewGrant.everywhere(SECURITY_ADMINISTRATOR));
        Actor security = new Actor("security", "");
        Actor second = identity.accounts
                .create(security, newAccount("second", NewGrant.everywhere(ADMINISTRATOR)))
                .actor();

        assertThat(refusal(security, second, NewGrant.everywhere(AUDIT_ADMINISTRATOR)))
                .isEqualTo("offices_mix");
        assertThat(code(() -> identity.accounts.create(
                        security,
                        newAccount(
                                "third",
                                NewGrant.everywhere(AUDIT_ADMINISTRATOR),
                                NewGrant.on(GUIYANG, ADMINISTRATOR)))))
                .isEqualTo("offices_mix");
        assertThat(refusal(security, security, NewGrant.everywhere(ADMINISTRATOR)))
                .isEqualTo("own_grants");
    }

    private static NewAccount newAccount(String name, NewGrant... grants) {
        return new NewAccount(name, "某人", PASSWORD, List.of(grants));
    }

    @Test
    void theFirstAdministratorStandsInForOfficesUntilSomebodyIsAppointed() {
        assertThat(identity.authority.allows(ADMIN, "audit.read", Scope.EVERYWHERE))
                .isTrue();
        assertThat(identity.authority.standsInFor(ADMIN)).containsExactly(SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

        Actor auditor = identity.account("auditor", NewGrant.everywhere(AUDIT_ADMINISTRATOR));
        assertThat(identity.authority.allowsSomewhere(ADMIN, "audit.read")).isFalse();
        assertThat(identity.authority.permissionsSomewhere(auditor))
                .containsExactly("audit.defer", "audit.export", "audit.read", "audit.verify");
        assertThat(identity.authority.standsInFor(ADMIN)).containsExactly(SECURITY_ADMINISTRATOR);

        Actor security = identity.account("security", NewGrant.everywhere(SECURITY_ADMINISTRATOR));
        assertThat(identity.authority.allowsSomewhere(ADMIN, "identity.grant")).isFalse();
        assertThat(identity.authority.allowsSomewhere(ADMIN, "plugin.manage")).isTrue();
        assertThat(identity.authority.allowsSomewhere(security, "article.write"))
                .isFalse();

        // the office gives what it does not hold; an office without a holder goes back
        give(security, editor, NewGrant.everywhere(OPERATOR));
        identity.accounts.setDisabled(security, "auditor", true);
        assertThat(identity.authority.allowsSomewhere(ADMIN, "audit.read")).isTrue();
    }

    @Test
    void anAdministratorOfAPartStandsInForNobody() {
        Actor part = identity.account("part", NewGrant.on(GUIYANG, ADMINISTRATOR));

        assertThat(identity.authority.allows(part, "plugin.manage", GUIYANG)).isTrue();
        assertThat(identity.authority.allowsSomewhere(part, "audit.read")).isFalse();
        assertThat(identity.authority.allowsSomewhere(part, "identity.grant")).isFalse();
    }

    @Test
    void whatIsRevokedStopsCountingAndEndsTheSessions() {
        Grant given = give(ADMIN, editor, owner(Optional.empty(), Optional.empty()));
        String token = identity.sessions
                .signIn(SignIn.of("editor", PASSWORD, new Client("127.0.0.1", "")))
                .token();

        identity.grants.revoke(ADMIN, given.id(), "离岗");

        assertThat(mayPush(GUIYANG)).isFalse();
        assertThat(identity.sessions.resume(token)).isEmpty();
        assertThat(identity.audit.last())
                .isEqualTo("GRANT_REVOKE DONE admin grant:" + given.id()
                        + " account:editor role:site-owner scope:5201000001; 离岗");
        assertThat(code(() -> identity.grants.revoke(ADMIN, given.id(), ""))).isEqualTo("grant_not_found");
    }

    @Test
    void theLastAdministratorStays() {
        long own = identity.accounts.find("admin").orElseThrow().grants().get(0).id();
        assertThat(code(() -> identity.grants.revoke(ADMIN, own, ""))).isEqualTo("last_administrator");

        // one whose office ends some day would leave nobody on that day
        Actor deputy = identity.account(
                "deputy",
                new NewGrant(
                        ADMINISTRATOR,
                        Scope.EVERYWHERE,
                        Optional.empty(),
                        Optional.of(clock.instant().plus(Duration.ofDays(9))),
                        "代理"));
        assertThat(code(() -> identity.grants.revoke(deputy, own, ""))).isEqualTo("last_administrator");
        assertThat(code(() -> identity.accounts.setDisabled(deputy, "admin", true)))
                .isEqualTo("last_administrator");

        Actor second = identity.account("second", NewGrant.everywhere(ADMINISTRATOR));
        assertThat(code(() -> identity.grants.revoke(ADMIN, own, ""))).isEqualTo("own_grants");
        identity.grants.revoke(second, own, "");
        assertThat(identity.authority.allowsSomewhere(ADMIN, "site.open")).isFalse();
    }

    @Test
    void whatCannotBeRecordedDoesNotHappen() {
        TestIdentity broken = new TestIdentity(store, clock);
        int before = identity.grants.list(ADMIN).size();
        broken.audit.fill();

        assertThat(code(() -> broken.grants.give(
                        ADMIN, new Holder.User("editor"), owner(Optional.empty(), Optional.empty()))))
                .isEqualTo("audit_unavailable");

        assertThat(new TestIdentity(store, clock).grants.list(ADMIN)).hasSize(before);
    }
}
