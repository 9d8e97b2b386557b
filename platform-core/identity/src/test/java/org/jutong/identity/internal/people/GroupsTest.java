package org.jutong.identity.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.ADMINISTRATOR;
import static org.jutong.identity.Accounts.AUDIT_ADMINISTRATOR;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.LOCAL_ADMINISTRATOR;
import static org.jutong.identity.Accounts.OPERATOR;
import static org.jutong.identity.Accounts.SITE_OWNER;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Client;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.SignIn;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

@ParameterizedClass
@EnumSource(Databases.class)
class GroupsTest {

    private static final Holder.Group DESK = new Holder.Group("desk");

    @Parameter
    Databases database;

    private Store store;
    private TestIdentity identity;
    private Actor zhang;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = TestIdentity.over(store);
        zhang = identity.account("zhang", NewGrant.on(NANMING, EDITOR));
        identity.groups.create(ADMIN, "desk", "编辑部");
    }

    private boolean mayPush() {
        return identity.authority.allows(zhang, "article.push", GUIYANG);
    }

    @Test
    void membersHoldWhatTheGroupHoldsAsLongAsTheyAreMembers() {
        identity.groups.add(ADMIN, "desk", "zhang");
        identity.grants.give(ADMIN, DESK, NewGrant.on(GUIYANG, SITE_OWNER));
        assertThat(mayPush()).isTrue();
        assertThat(TestIdentity.over(store).authority.allows(zhang, "article.push", GUIYANG))
                .isTrue();
        String token = identity.sessions
                .signIn(SignIn.of("zhang", PASSWORD, new Client("127.0.0.1", "")))
                .token();

        identity.groups.remove(ADMIN, "desk", "zhang");

        assertThat(mayPush()).isFalse();
        assertThat(identity.sessions.resume(token)).isEmpty();
        assertThat(identity.audit.last()).isEqualTo("GROUP_CHANGE DONE admin group:desk account:zhang removed");
    }

    @Test
    void deletingAGroupTakesItsGrantsAway() {
        identity.groups.add(ADMIN, "desk", "zhang");
        identity.grants.give(ADMIN, DESK, NewGrant.on(GUIYANG, SITE_OWNER));

        identity.groups.delete(ADMIN, "desk");

        assertThat(mayPush()).isFalse();
        assertThat(identity.groups.list(ADMIN)).isEmpty();
        assertThat(identity.accounts.find("zhang").orElseThrow().groups()).isEmpty();
        assertThat(code(() -> identity.groups.rename(ADMIN, "desk", "x"))).isEqualTo("group_not_found");
    }

    @Test
    void joiningIsBeingGiven() {
        Actor local = identity.account("local", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));
        identity.account("far", NewGrant.on(ZUNYI, EDITOR));
        identity.grants.give(ADMIN, DESK, NewGrant.on(GUIYANG, OPERATOR));

        assertThat(code(() -> identity.groups.add(local, "desk", "zhang"))).isEqualTo("grant_beyond_own");
        assertThat(code(() -> identity.groups.add(local, "desk", "far"))).isEqualTo("forbidden");
        assertThat(code(() -> identity.groups.add(ADMIN, "desk", "admin"))).isEqualTo("own_grants");
        assertThat(code(() -> identity.groups.add(ADMIN, "desk", "ghost"))).isEqualTo("account_not_found");
    }

    @Test
    void officesDoNotMixByWayOfAGroup() {
        identity.account("auditor", NewGrant.everywhere(AUDIT_ADMINISTRATOR));
        identity.grants.give(ADMIN, DESK, NewGrant.everywhere(ADMINISTRATOR));

        assertThat(code(() -> identity.groups.add(ADMIN, "desk", "auditor"))).isEqualTo("offices_mix");
    }

    @Test
    void theLastAdministratorByWayOfAGroupStaysIn() {
        identity.groups.add(ADMIN, "desk", "zhang");
        identity.grants.give(ADMIN, DESK, NewGrant.everywhere(ADMINISTRATOR));
        identity.grants.revoke(
                zhang,
                identity.accounts.find("admin").orElseThrow().grants().get(0).id(),
                "");

        assertThat(code(() -> identity.groups.remove(zhang, "desk", "zhang"))).isEqualTo("last_administrator");
        assertThat(code(() -> identity.groups.delete(zhang, "desk"))).isEqualTo("last_administrator");
        assertThat(mayPush()).isTrue();
    }

    @Test
    void badGroupsAreRefused() {
        assertThat(code(() -> identity.groups.create(ADMIN, "desk", "又一个"))).isEqualTo("group_exists");
        assertThat(code(() -> identity.groups.create(ADMIN, "编辑部", "名"))).isEqualTo("group_id_invalid");
        assertThat(code(() -> identity.groups.create(ADMIN, "other", " "))).isEqualTo("text_missing");
        assertThat(code(() -> identity.groups.create(zhang, "other", "名"))).isEqualTo("forbidden_anywhere");
    }
}
