package org.jutong.identity.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.identity.Accounts.EDITOR;
import static org.jutong.identity.Accounts.LOCAL_ADMINISTRATOR;
import static org.jutong.identity.internal.Refusals.code;
import static org.jutong.identity.internal.TestIdentity.ADMIN;
import static org.jutong.identity.internal.TestIdentity.GUIYANG;
import static org.jutong.identity.internal.TestIdentity.NANMING;
import static org.jutong.identity.internal.TestIdentity.PASSWORD;
import static org.jutong.identity.internal.TestIdentity.ZUNYI;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.NewGrant;
import org.jutong.identity.Organisation;
import org.jutong.identity.Scope;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.identity.internal.people.OrganisationImport.Report;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;

@ParameterizedClass
@EnumSource(Databases.class)
class OrganisationsTest {

    private static final String CITY = "91350100M000100Y43";
    private static final String OFFICE = "91110000600037341L";
    private static final String OTHER = "914403001922038216";

    @Parameter
    Databases database;

    private Store store;
    private TestIdentity identity;

    @BeforeEach
    void start() {
        store = database.empty();
        identity = TestIdentity.over(store);
    }

    private Organisation create(String code, Optional<Long> parent, SiteCode site) {
        return identity.organisations.create(ADMIN, code, "机构", parent, Optional.ofNullable(site));
    }

    @Test
    void aGrantOnAnOrganisationReachesTheSitesThatItAndThoseBelowItRun() {
        Organisation city = create(CITY, Optional.empty(), null);
        create(OFFICE, Optional.of(city.id()), GUIYANG);
        Actor editor = identity.account("editor", NewGrant.on(new Scope.OfOrganisation(city.id()), EDITOR));

        assertThat(identity.authority.allows(editor, "article.write", GUIYANG)).isTrue();
        assertThat(identity.authority.allows(editor, "article.write", NANMING)).isTrue();
        assertThat(identity.authority.allows(editor, "article.write", ZUNYI)).isFalse();
        assertThat(identity.authority.roots(editor)).containsExactly(GUIYANG);
        assertThat(TestIdentity.over(store).authority.allows(editor, "article.write", NANMING))
                .as("after a restart")
                .isTrue();
    }

    @Test
    void itsAdministratorManagesItsAccountsAndNobodyElses() {
        Organisation city = create(CITY, Optional.empty(), null);
        Organisation office = create(OFFICE, Optional.of(city.id()), null);
        Organisation other = create(OTHER, Optional.empty(), null);
        Actor local = identity.account("local", NewGrant.on(new Scope.OfOrganisation(city.id()), LOCAL_ADMINISTRATOR));

        identity.accounts.create(local, in("clerk", office));
        identity.accounts.create(ADMIN, in("stranger", other));

        assertThat(identity.accounts.list(local))
                .extracting(Accounts.Account::username)
                .containsExactly("clerk", "local");
        assertThat(code(() -> identity.accounts.create(local, in("spy", other))))
                .isEqualTo("forbidden_there");
        assertThat(code(() -> identity.accounts.setDisabled(local, "stranger", true)))
                .isEqualTo("forbidden_there");
        assertThat(code(() -> identity.care.resetPassword(local, "stranger"))).isEqualTo("account_not_found");
        identity.accounts.setDisabled(local, "clerk", true);
    }

    private static NewAccount in(String name, Organisation organisation) {
        return new NewAccount(name, "某人", Optional.of(organisation.id()), Accounts.LOCAL, PASSWORD, true, List.of());
    }

    @Test
    void whatIsWrongOnEntryIsRefused() {
        Organisation city = create(CITY, Optional.empty(), GUIYANG);
        Organisation office = create(OFFICE.toLowerCase(java.util.Locale.ROOT), Optional.of(city.id()), null);

        assertThat(office.code()).isEqualTo(OFFICE);
        assertThat(code(() -> create("91350100M000100Y44", Optional.empty(), null)))
                .isEqualTo("credit_code_invalid");
        assertThat(code(() -> create(null, Optional.empty(), null))).isEqualTo("credit_code_invalid");
        assertThat(code(() -> create(CITY, Optional.empty(), null))).isEqualTo("organisation_exists");
        assertThat(code(() -> create(OTHER, Optional.of(4711L), null))).isEqualTo("organisation_not_found");
        assertThat(code(() -> create(OTHER, Optional.empty(), GUIYANG))).isEqualTo("site_run_already");
        assertThat(code(() -> create(OTHER, Optional.empty(), new SiteCode("9900000001"))))
                .isEqualTo("grant_site_not_found");
        assertThat(code(() -> identity.organisations.change(
                        ADMIN, city.id(), Optional.empty(), Optional.of(Optional.of(office.id())), Optional.empty())))
                .isEqualTo("organisation_in_circle");
        assertThat(identity.organisations.below(Optional.of(city.id()))).containsExactly(office);
    }

    @Test
    void whatAnOrganisationHadIsTakenAwayByWhoeverMayGiveIt() {
        Organisation city = create(CITY, Optional.empty(), GUIYANG);
        Organisation office = create(OFFICE, Optional.of(city.id()), null);
        Actor local = identity.account("local", NewGrant.on(new Scope.OfOrganisation(city.id()), LOCAL_ADMINISTRATOR));

        assertThat(code(() -> identity.organisations.change(
                        local, office.id(), Optional.empty(), Optional.of(Optional.empty()), Optional.empty())))
                .isEqualTo("forbidden_everywhere");
        assertThat(identity.organisations.change(
                        ADMIN, office.id(), Optional.empty(), Optional.of(Optional.empty()), Optional.empty()))
                .satisfies(top -> assertThat(top.parent()).isEmpty());
        assertThat(identity.organisations.change(
                        ADMIN, city.id(), Optional.empty(), Optional.empty(), Optional.of(Optional.empty())))
                .satisfies(retired -> assertThat(retired.site()).isEmpty());
        assertThat(create(OTHER, Optional.empty(), GUIYANG).site()).contains(GUIYANG);
    }

    @Test
    void aListIsReadTwiceAndStoredOnce() {
        String list = "\uFEFFcode,name,parent\n" + CITY + ",贵阳市人民政府,\n" + OFFICE + ",\"办公厅, 一处\"," + CITY + "\n";

        Report first = identity.imports.run(ADMIN, list);
        Report second = identity.imports.run(ADMIN, list);
        Report third = identity.imports.run(ADMIN, OFFICE + ",办公厅," + CITY);

        assertThat(List.of(first.created(), first.unchanged())).containsExactly(2, 0);
        assertThat(List.of(second.created(), second.unchanged())).containsExactly(0, 2);
        assertThat(third.changed()).isEqualTo(1);
        assertThat(first.errors()).isEmpty();
        assertThat(identity.organisations.search("办公厅"))
                .singleElement()
                .satisfies(office -> assertThat(office.parent()).isPresent());
        assertThat(identity.audit.last()).contains("ORGANISATION_IMPORT", "changed 1");
    }

    @Test
    void whatIsWrongInAListIsReportedByLineAndTheRestIsStored() {
        Report report = identity.imports.run(
                ADMIN,
                String.join(
                        "\n",
                        CITY + ",市政府,",
                        "91350100M000100Y44,校验位不对,",
                        "not a code,名称,",
                        OTHER + ",上级不在,91330100799655058B",
                        OFFICE + ",,",
                        CITY + ",市政府," + CITY));

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.warnings())
                .extracting(remark -> remark.line() + " " + remark.problem().code())
                .containsExactly("2 credit_code_invalid");
        assertThat(report.errors())
                .extracting(remark -> remark.line() + " " + remark.problem().code())
                .containsExactly(
                        "3 credit_code_shape",
                        "4 organisation_parent_not_found",
                        "5 text_missing",
                        "6 organisation_in_circle");
        assertThat(code(() -> identity.imports.run(ADMIN, ""))).isEqualTo("csv_invalid");
        assertThat(code(() -> identity.imports.run(ADMIN, "\"open"))).isEqualTo("csv_invalid");
    }
}
