package org.jutong.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.identity.Accounts.ADMINISTRATOR;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.SITE_OWNER;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts.AccountChange;
import org.jutong.identity.Client;
import org.jutong.identity.Grant;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.NodeFollower;
import org.jutong.identity.Organisation;
import org.jutong.identity.Scope;
import org.jutong.identity.SignIn;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

/** Two nodes over one database: what is changed on one is followed by the other. */
@ParameterizedClass
@EnumSource(Databases.class)
class CatchUpTest {

    private static final Map<String, String> TITLE = Map.of("zh-CN", "推送员", "en", "Pusher");

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private Store store;
    private TestIdentity here;
    private TestIdentity there;
    private Actor editor;

    @BeforeEach
    void start() {
        store = database.empty();
        here = new TestIdentity(store, clock);
        editor = here.account("editor", NewGrant.on(NANMING, EDITOR));
        there = new TestIdentity(store, clock);
    }

    private boolean mayPushThere() {
        there.catchUp.run();
        return there.authority.allows(editor, "article.push", NANMING);
    }

    @Test
    void anAccountIsFollowedFromItsMakingToItsEnd() {
        here.account("newcomer", NewGrant.on(NANMING, EDITOR));
        assertThat(there.accounts.find("newcomer")).as("before").isEmpty();
        there.catchUp.run();
        assertThat(there.accounts.find("newcomer")).isEqualTo(here.accounts.find("newcomer"));

        here.accounts.change(ADMIN, "newcomer", new AccountChange(Optional.of("新名"), Optional.empty()));
        there.catchUp.run();
        assertThat(there.accounts.find("newcomer").orElseThrow().displayName()).isEqualTo("新名");

        String token = there.sessions
                .signIn(SignIn.of("newcomer", PASSWORD, new Client("127.0.0.1", "")))
                .token();
        here.accounts.setDisabled(ADMIN, "newcomer", true);
        there.catchUp.run();
        assertThat(there.roster.findEnabled("newcomer")).isEmpty();
        assertThat(there.sessions.resume(token)).isEmpty();
        here.accounts.setDisabled(ADMIN, "newcomer", false);
        clock.pass(Duration.ofDays(91));
        here.dormancy.run();
        there.catchUp.run();
        assertThat(there.roster.findEnabled("newcomer")).isEmpty();
    }

    @Test
    void aGrantIsFollowedFromItsGivingToItsEnd() {
        Grant given = here.grants.give(ADMIN, new Holder.User("editor"), NewGrant.on(NANMING, SITE_OWNER));
        assertThat(mayPushThere()).isTrue();

        here.grants.revoke(ADMIN, given.id(), "");
        assertThat(mayPushThere()).isFalse();
    }

    @Test
    void dutiesHandedOverAreFollowedOnBothSides() {
        Actor owner = here.account("owner", NewGrant.on(GUIYANG, SITE_OWNER));
        assertThat(mayPushThere()).isFalse();

        here.duties.handOver(ADMIN, "owner", "editor", Optional.empty(), "轮岗", Set.of());

        assertThat(mayPushThere()).isTrue();
        assertThat(there.authority.allowsSomewhere(owner, "article.push")).isFalse();
    }

    @Test
    void aGroupIsFollowedWithItsMembersAndItsGrants() {
        here.groups.create(ADMIN, "pushers", "推送");
        here.grants.give(ADMIN, new Holder.Group("pushers"), NewGrant.on(NANMING, SITE_OWNER));
        here.groups.add(ADMIN, "pushers", "editor");
        assertThat(mayPushThere()).isTrue();

        here.groups.rename(ADMIN, "pushers", "推送员");
        here.groups.remove(ADMIN, "pushers", "editor");
        assertThat(mayPushThere()).isFalse();
        assertThat(there.roster.group("pushers").orElseThrow().title()).isEqualTo("推送员");

        here.groups.add(ADMIN, "pushers", "editor");
        assertThat(mayPushThere()).isTrue();
        here.groups.delete(ADMIN, "pushers");
        assertThat(mayPushThere()).isFalse();
        assertThat(there.roster.group("pushers")).isEmpty();
    }

    @Test
    void aRoleIsFollowedFromItsMakingToItsEnd() {
        here.roleMaking.create(ADMIN, "pusher", TITLE, Set.of("article.push"));
        Grant given = here.grants.give(ADMIN, new Holder.User("editor"), NewGrant.on(NANMING, "pusher"));
        assertThat(mayPushThere()).isTrue();

        here.roleMaking.change(ADMIN, "pusher", TITLE, Set.of("article.write"));
        assertThat(mayPushThere()).isFalse();

        here.grants.revoke(ADMIN, given.id(), "");
        here.roleMaking.delete(ADMIN, "pusher");
        there.catchUp.run();
        assertThat(there.roles.find("pusher")).isEmpty();
    }

    @Test
    void anOrganisationIsFollowedWithTheSiteThatItRuns() {
        Organisation office =
                here.organisations.create(ADMIN, "91350100M000100Y43", "机构", Optional.empty(), Optional.empty());
        here.grants.give(
                ADMIN, new Holder.User("editor"), NewGrant.on(new Scope.OfOrganisation(office.id()), SITE_OWNER));
        assertThat(mayPushThere()).isFalse();

        here.organisations.change(
                ADMIN, office.id(), Optional.empty(), Optional.empty(), Optional.of(Optional.of(GUIYANG)));
        assertThat(mayPushThere()).isTrue();
    }

    @Test
    void whatOthersHoldInMemoryIsFollowedByThemAndByNobodyWhoSaidIt() {
        List<String> followedHere = new ArrayList<>();
        List<String> followedThere = new ArrayList<>();
        here.catchUp.with(follower(here, followedHere));
        there.catchUp.with(follower(there, followedThere));

        here.changes.note("site", List.of("5200000001", "5201000001", "5200000001"));
        here.catchUp.run();
        there.catchUp.run();
        assertThat(followedHere).isEmpty();
        assertThat(followedThere).containsExactlyInAnyOrder("5200000001", "5201000001");

        followedThere.clear();
        there.catchUp.run();
        here.catchUp.run();
        assertThat(followedThere).isEmpty();
        assertThat(followedHere).as("what is followed is not said again").isEmpty();

        there.changes.note("site", List.of("5200000001"));
        here.changes.note("site", List.of("5200000001"));
        here.catchUp.run();
        there.catchUp.run();
        assertThat(followedThere).containsExactly("5200000001");
    }

    @Test
    void whatCouldNotBeFollowedIsFollowedByTheNextTurn() {
        List<String> followed = new ArrayList<>();
        there.catchUp.with(new NodeFollower() {
            private boolean away = true;

            @Override
            public String kind() {
                return "site";
            }

            @Override
            public void follow(List<String> names) {
                if (away) {
                    away = false;
                    throw new IllegalStateException("the database is away");
                }
                followed.addAll(names);
            }
        });
        here.changes.note("site", List.of("5200000001"));
        assertThatThrownBy(there.catchUp::run).isInstanceOf(IllegalStateException.class);
        there.catchUp.run();
        assertThat(followed).containsExactly("5200000001");
    }

    private static NodeFollower follower(TestIdentity node, List<String> followed) {
        return new NodeFollower() {
            @Override
            public String kind() {
                return "site";
            }

            @Override
            public void follow(List<String> names) {
                followed.addAll(names);
                node.changes.note("site", names);
            }
        };
    }

    @Test
    void twoWhoTakeEachOthersOfficeAwayOnTwoNodesDoNotBothSucceed() {
        Actor second = here.account("second", NewGrant.everywhere(ADMINISTRATOR));
        there.catchUp.run();

        here.accounts.setDisabled(ADMIN, "second", true);

        // that node does not know yet, and asks the database
        assertThat(Refusals.code(() -> there.accounts.setDisabled(second, "admin", true)))
                .isEqualTo("last_administrator");
    }

    @Test
    void whatWasUndoneIsNotFollowed() {
        here.audit.fill();
        Refusals.code(() -> here.grants.give(ADMIN, new Holder.User("editor"), NewGrant.on(NANMING, SITE_OWNER)));

        assertThat(mayPushThere()).isFalse();
        new Changes(store).follow(all -> assertThat(all).isEmpty());
    }
}
