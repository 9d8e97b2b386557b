package org.jutong.identity.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.AUDIT_ADMINISTRATOR;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.LOCAL_ADMINISTRATOR;
import static org.jutong.identity.Accounts.SECURITY_ADMINISTRATOR;
import static org.jutong.identity.Accounts.SITE_OWNER;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.CITY_NEWS;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.NEWS;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Decision;
import org.jutong.identity.Holder;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Organisation;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.identity.internal.shell.Explain;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;

@ParameterizedClass
@EnumSource(Databases.class)
class ExplanationsTest {

    @Parameter
    Databases database;

    private final TestClock clock = new TestClock();
    private TestIdentity identity;

    @BeforeEach
    void start() {
        Store store = database.empty();
        identity = new TestIdentity(store, clock);
    }

    private Decision explain(String username, String permission, Scope scope) {
        Decision decision = identity.explanations.explain(ADMIN, username, permission, scope, Locale.ENGLISH);
        Actor actor = new Actor(username, "");
        assertThat(decision.allowed())
                .as("what is explained is what counts")
                .isEqualTo(identity.authority.allows(actor, permission, scope));
        return decision;
    }

    private static List<String> keys(Decision decision) {
        return decision.path().stream().map(Decision.Step::key).toList();
    }

    private static Scope on(org.jutong.plugin.SiteCode site) {
        return new Scope.OfSite(site);
    }

    @Test
    void yesBecauseOfAPlaceAbove() {
        identity.account("owner", NewGrant.on(GUIYANG, SITE_OWNER));

        Decision yes = explain("owner", "article.push", on(NANMING));

        assertThat(keys(yes)).containsExactly("role_holds", "granted", "site_path");
        assertThat(yes.path().get(2).arguments())
                .containsExactly("site 520102 (5201020001) → site 520100 (5201000001)");
        assertThat(yes.path().get(1).arguments()).contains("Site owner (site-owner)", "site 520100 (5201000001)");
        assertThat(identity.explanations
                        .explain(ADMIN, "owner", "article.push", on(NANMING), Locale.SIMPLIFIED_CHINESE)
                        .path()
                        .get(0)
                        .arguments())
                .contains("站点负责人（site-owner）");
        assertThat(yes.grant().orElseThrow().role()).isEqualTo(SITE_OWNER);
    }

    @Test
    void yesThroughAGroupAColumnAnOrganisationOrADeputyship() {
        identity.account("owner", NewGrant.on(ZUNYI, SITE_OWNER));
        identity.account("zhang", NewGrant.on(ZUNYI, EDITOR));
        identity.groups.create(ADMIN, "desk", "编辑部");
        identity.groups.add(ADMIN, "desk", "zhang");
        identity.grants.give(ADMIN, new Holder.Group("desk"), NewGrant.on(new Scope.OfColumn(GUIYANG, NEWS), EDITOR));
        Organisation city =
                identity.organisations.create(ADMIN, "91350100M000100Y43", "市政府", Optional.empty(), Optional.empty());
        identity.organisations.create(ADMIN, "91110000600037341L", "办公厅", Optional.of(city.id()), Optional.of(GUIYANG));
        identity.grants.give(
                ADMIN, new Holder.User("zhang"), NewGrant.on(new Scope.OfOrganisation(city.id()), SITE_OWNER));
        identity.duties.handOver(
                ADMIN, "owner", "zhang", Optional.of(clock.instant().plus(Duration.ofDays(1))), "出差", Set.of());

        assertThat(keys(explain("zhang", "article.write", new Scope.OfColumn(GUIYANG, CITY_NEWS))))
                .contains("through_group", "column_path");
        assertThat(keys(explain("zhang", "article.push", on(NANMING))))
                .containsExactly("role_holds", "granted", "organisation_runs");
        assertThat(keys(explain("zhang", "article.push", on(ZUNYI))))
                .containsExactly("role_holds", "granted", "handed_over", "site_path", "until");
    }

    @Test
    void noAndWhyNot() {
        identity.account("owner", NewGrant.on(ZUNYI, SITE_OWNER));
        identity.account("none", NewGrant.on(ZUNYI, EDITOR));
        Instant now = clock.instant();
        identity.grants.give(
                ADMIN,
                new Holder.User("owner"),
                new NewGrant(SITE_OWNER, on(GUIYANG), Optional.of(now.plusSeconds(60)), Optional.empty(), ""));
        identity.grants.give(
                ADMIN,
                new Holder.User("owner"),
                new NewGrant(SITE_OWNER, on(NANMING), Optional.empty(), Optional.of(now.plusSeconds(1)), ""));
        clock.pass(Duration.ofSeconds(2));

        assertThat(keys(explain("owner", "article.push", on(NANMING)))).containsExactly("elsewhere", "not_yet", "over");
        assertThat(keys(explain("none", "article.push", on(NANMING)))).containsExactly("no_role");
        assertThat(keys(explain("owner", "article.burn", on(ZUNYI)))).containsExactly("permission_unknown");
        identity.accounts.setDisabled(ADMIN, "owner", true);
        assertThat(keys(explain("owner", "article.push", on(ZUNYI)))).containsExactly("account_disabled");
        assertThat(code(() -> explain("ghost", "article.push", on(ZUNYI)))).isEqualTo("account_not_found");
    }

    @Test
    void placesAreNamedAndCoded() {
        Organisation city =
                identity.organisations.create(ADMIN, "91350100M000100Y43", "市政府", Optional.empty(), Optional.empty());
        identity.account(
                "zhang",
                NewGrant.everywhere(EDITOR),
                NewGrant.on(new Scope.OfColumn(GUIYANG, NEWS), SITE_OWNER),
                NewGrant.on(new Scope.OfOrganisation(city.id()), SITE_OWNER));

        assertThat(explain("zhang", "article.write", on(ZUNYI)).path().get(1).arguments())
                .contains("the whole platform");
        assertThat(explain("zhang", "article.push", on(ZUNYI)).path())
                .flatExtracting(Decision.Step::arguments)
                .contains("site 520100 (5201000001) / news", "市政府 (91350100M000100Y43)");
    }

    @Test
    void whoGivesRightsOrReadsTheAuditAsksToo() {
        identity.account("zunyi", NewGrant.on(ZUNYI, EDITOR));
        Actor editor = identity.account("editor", NewGrant.on(ZUNYI, EDITOR));
        Actor auditor = identity.account("auditor", NewGrant.everywhere(AUDIT_ADMINISTRATOR));
        Actor security = identity.account("security", NewGrant.everywhere(SECURITY_ADMINISTRATOR));

        for (Actor asking : List.of(auditor, security)) {
            assertThat(identity.explanations
                            .explain(asking, "zunyi", "article.write", on(ZUNYI), Locale.ENGLISH)
                            .allowed())
                    .isTrue();
        }
        assertThat(code(() ->
                        identity.explanations.explain(editor, "zunyi", "article.write", on(ZUNYI), Locale.ENGLISH)))
                .isEqualTo("account_not_found");
        assertThat(new Explain(identity.explanations, null).anyOf())
                .containsExactlyInAnyOrder("identity.manage", "identity.grant", "audit.read");
    }

    @Test
    void anOfficeThatIsFilledIsSaid() {
        assertThat(keys(explain("admin", "audit.read", Scope.EVERYWHERE)))
                .containsExactly("stands_in", "granted", "everywhere");

        identity.account("auditor", NewGrant.everywhere(AUDIT_ADMINISTRATOR));

        assertThat(keys(explain("admin", "audit.read", Scope.EVERYWHERE))).containsExactly("office_filled");
    }

    @Test
    void onesOwnAndThoseInReachAreExplained() {
        identity.account("zunyi", NewGrant.on(ZUNYI, EDITOR));
        Actor local = identity.account("local", NewGrant.on(GUIYANG, LOCAL_ADMINISTRATOR));

        assertThat(identity.explanations
                        .explain(local, "local", "article.write", on(NANMING), Locale.ENGLISH)
                        .allowed())
                .isTrue();
        assertThat(code(() ->
                        identity.explanations.explain(local, "zunyi", "article.write", on(ZUNYI), Locale.ENGLISH)))
                .isEqualTo("account_not_found");
    }
}
