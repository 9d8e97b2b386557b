package org.jutong.identity.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.AUDIT_ADMINISTRATOR;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.LOCAL_ADMINISTRATOR;
import static org.jutong.identity.Accounts.SECURITY_ADMINISTRATOR;
import static org.jutong.identity.Accounts.SITE_OWNER;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

@ParameterizedClass
@EnumSource(Databases.class)
class HandOverTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private Store store;
    private TestIdentity identity;
    private Actor head;
    private Actor deputy;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = new TestIdentity(store, clock);
        head = identity.account("head", NewGrant.on(GUIYANG, SITE_OWNER), NewGrant.on(ZUNYI, EDITOR));
        deputy = identity.account("deputy", NewGrant.on(NANMING, EDITOR));
    }

    private List<Grant> handOver(Actor by, Optional<Instant> until, Long... which) {
        return identity.duties.handOver(by, "head", "deputy", until, "出差", Set.of(which));
    }

    private Optional<Instant> inAWeek() {
        return Optional.of(clock.instant().plus(WEEK));
    }

    @Test
    void aDeputyStandsInForATimeAndBothMayActUntilThen() {
        handOver(ADMIN, inAWeek());

        assertThat(identity.authority.allows(deputy, "article.push", GUIYANG)).isTrue();
        assertThat(identity.authority.allows(head, "article.push", GUIYANG)).isTrue();
        assertThat(identity.authority.behalf(deputy, "article.push", GUIYANG)).contains("head");
        assertThat(identity.authority.behalf(deputy, "article.write", NANMING))
                .as("what is the deputy’s own")
                .isEmpty();
        assertThat(identity.audit.last()).startsWith("DUTIES_HAND_OVER DONE admin account:head account:deputy");

        clock.pass(WEEK);
        assertThat(identity.authority.allows(deputy, "article.push", GUIYANG)).isFalse();
        assertThat(identity.authority.allows(head, "article.push", GUIYANG)).isTrue();
    }

    @Test
    void whatADeputyDoesIsRecordedAsDoneForThem() {
        identity.account("manager", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));
        identity.duties.handOver(ADMIN, "manager", "deputy", inAWeek(), "休假", Set.of());
        identity.account("clerk", NewGrant.on(NANMING, EDITOR));

        identity.accounts.setDisabled(deputy, "clerk", true);

        assertThat(identity.audit.lastEvent().behalf()).contains("manager");
    }

    @Test
    void whatADeputyGivesEndsWithTheDeputyship() {
        identity.account("manager", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));
        identity.duties.handOver(ADMIN, "manager", "deputy", inAWeek(), "休假", Set.of());
        Actor clerk = identity.account("clerk", NewGrant.on(NANMING, EDITOR));
        identity.groups.create(ADMIN, "desk", "编辑部");
        identity.grants.give(ADMIN, new Holder.Group("desk"), NewGrant.on(NANMING, SITE_OWNER));
        Instant later = clock.instant().plus(WEEK).plusSeconds(1);

        assertThat(code(() -> giveUntil(clerk, Optional.empty()))).isEqualTo("until_beyond_deputyship");
        assertThat(code(() -> giveUntil(clerk, Optional.of(later)))).isEqualTo("until_beyond_deputyship");
        assertThat(code(() -> identity.accounts.create(
                        deputy, new NewAccount("new", "某人", PASSWORD, List.of(NewGrant.on(NANMING, EDITOR))))))
                .isEqualTo("until_beyond_deputyship");
        assertThat(code(() -> identity.groups.add(deputy, "desk", "clerk"))).isEqualTo("until_beyond_deputyship");
        assertThat(code(() -> identity.duties.handOver(deputy, "head", "clerk", Optional.of(later), "x", ofHead())))
                .isEqualTo("until_beyond_deputyship");

        assertThat(giveUntil(clerk, inAWeek()).until()).isEqualTo(inAWeek());
        identity.grants.give(ADMIN, new Holder.User("deputy"), NewGrant.on(NANMING, LOCAL_ADMINISTRATOR));
        assertThat(identity.grants
                        .give(deputy, new Holder.User("clerk"), NewGrant.on(NANMING, SITE_OWNER))
                        .until())
                .as("by a right of their own")
                .isEmpty();
    }

    private Set<Long> ofHead() {
        return Set.of(
                identity.accounts.find("head").orElseThrow().grants().get(0).id());
    }

    private Grant giveUntil(Actor to, Optional<Instant> until) {
        NewGrant wanted = new NewGrant(SITE_OWNER, new Scope.OfSite(NANMING), Optional.empty(), until, "");
        return identity.grants.give(deputy, new Holder.User(to.username()), wanted);
    }

    @Test
    void forGoodDutiesMove() {
        String token = identity.sessions
                .signIn(SignIn.of("head", PASSWORD, new Client("127.0.0.1", "")))
                .token();

        assertThat(handOver(ADMIN, Optional.empty())).hasSize(2);

        assertThat(identity.authority.allowsSomewhere(head, "article.write")).isFalse();
        assertThat(identity.authority.allows(deputy, "article.write", ZUNYI)).isTrue();
        assertThat(identity.sessions.resume(token)).isEmpty();
        assertThat(new TestIdentity(store, clock).authority.allows(deputy, "article.push", GUIYANG))
                .isTrue();
    }

    @Test
    void whatWasHandedOverIsNotHandedOnAndNotMoreThanThereIs() {
        Grant given = handOver(ADMIN, inAWeek()).get(0);

        assertThat(code(() -> identity.duties.handOver(ADMIN, "deputy", "head", inAWeek(), "再移交", Set.of(given.id()))))
                .isEqualTo("handed_over_already");
        assertThat(code(() -> handOver(ADMIN, inAWeek(), 4711L))).isEqualTo("nothing_to_hand_over");
        assertThat(code(() -> handOver(ADMIN, Optional.of(clock.instant())))).isEqualTo("until_past");
        assertThat(code(() -> identity.duties.handOver(ADMIN, "head", "deputy", inAWeek(), " ", Set.of())))
                .isEqualTo("text_missing");
        assertThat(code(() -> identity.duties.handOver(ADMIN, "head", "ghost", inAWeek(), "x", Set.of())))
                .isEqualTo("account_not_found");
    }

    @Test
    void aLocalAdministratorHandsOverWhatIsTheirsToGive() {
        Actor local = identity.account("local", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));
        long owner =
                identity.accounts.find("head").orElseThrow().grants().get(0).id();

        assertThat(code(() -> handOver(local, inAWeek()))).isEqualTo("forbidden");
        assertThat(handOver(local, inAWeek(), owner)).hasSize(1);
        assertThat(code(() -> identity.duties.handOver(local, "head", "local", inAWeek(), "x", Set.of(owner))))
                .isEqualTo("own_grants");
    }

    @Test
    void theOfficesStayApartAndTheLastAdministratorStays() {
        Actor auditor = identity.account("auditor", NewGrant.everywhere(AUDIT_ADMINISTRATOR));
        Actor security = identity.account("security", NewGrant.everywhere(SECURITY_ADMINISTRATOR));

        assertThat(code(() ->
                        identity.duties.handOver(security, "admin", auditor.username(), inAWeek(), "代理", Set.of())))
                .isEqualTo("offices_mix");
        assertThat(code(() ->
                        identity.duties.handOver(security, "security", "deputy", Optional.empty(), "换岗", Set.of())))
                .isEqualTo("own_grants");

        identity.duties.handOver(security, "admin", "deputy", Optional.empty(), "换岗", Set.of());
        assertThat(identity.authority.isAdministrator(deputy)).isTrue();
        assertThat(identity.authority.isAdministrator(ADMIN)).isFalse();
    }
}
