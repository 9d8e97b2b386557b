package org.jutong.identity.internal.accesses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.identity.internal.Refusals.code;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.audit.Action;
import org.jutong.audit.Event;
import org.jutong.identity.Accesses.Access;
import org.jutong.identity.Accesses.Deferral;
import org.jutong.identity.Accesses.NewDeferral;
import org.jutong.identity.Accounts;
import org.jutong.identity.Accounts.NewAccount;
import org.jutong.identity.internal.Databases;
import org.jutong.identity.internal.TestClock;
import org.jutong.identity.internal.TestIdentity;
import org.jutong.identity.internal.citizens.CitizenLookup;
import org.jutong.identity.internal.citizens.KeyedHash;
import org.jutong.identity.internal.signin.Sealing;
import org.jutong.identity.internal.store.OrganisationTable;
import org.jutong.identity.internal.store.citizens.AccessTable;
import org.jutong.identity.internal.store.citizens.CitizenTable;
import org.jutong.identity.internal.store.citizens.DeferralTable;
import org.jutong.persistence.Store;
import org.jutong.persistence.testing.TestStores;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteContext;

@ParameterizedClass
@EnumSource(Databases.class)
class AccessesTest {

    private static final Actor STAFF = new Actor("zhang", "张老师");
    private static final Actor AUDITOR = Accounts.SYSTEM;
    private static final String MOBILE = "13800000000";
    private static final String BASIS = "《刑事诉讼法》第一百五十二条，黔公（2026）17 号";

    @Parameter
    Databases database;

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private final List<Event> recorded = new ArrayList<>();
    private Store store;
    private TestIdentity identity;
    private CitizenLookup lookup;
    private AccessNotes notes;
    private StoredAccesses accesses;
    private Actor citizen;
    private boolean auditBroken;

    @BeforeEach
    void start() {
        store = database.empty();
        lookup = new CitizenLookup(store, new KeyedHash(new Sealing(Optional.empty(), data)));
        identity = TestIdentity.over(store);
        notes = new AccessNotes(store, lookup, identity.roster, identity.organisationTree, this::record, clock);
        accesses = new StoredAccesses(store, lookup, identity.authority, new NoPlugins(), this::record, clock);
        citizen = citizen(MOBILE);
    }

    private void record(Event event) {
        if (auditBroken) {
            throw Problem.of(503, "audit_unavailable");
        }
        recorded.add(event);
    }

    private Actor citizen(String mobile) {
        return new Actor(
                new CitizenTable(store).insert(mobile, "王芳", clock.instant()).username(), "王芳");
    }

    private static SiteContext site(Actor actor) {
        return TestStores.site("5201000001", "interaction", actor);
    }

    private void look(String person, String record) {
        clock.pass(Duration.ofSeconds(1));
        notes.shown(site(STAFF), person, record, "办理来信");
    }

    private List<String> seen() {
        return accesses.of(citizen, Optional.empty(), 100).stream()
                .map(Access::record)
                .toList();
    }

    private Deferral defer(Duration time) {
        clock.pass(Duration.ofSeconds(1));
        return accesses.defer(
                AUDITOR, new NewDeferral(null, MOBILE, null, clock.instant().plus(time), BASIS));
    }

    @Test
    void aCitizenSeesWhoLookedWhenAtWhatAndWhatFor() {
        look(citizen.username(), "来信 No. 17");

        Access access = accesses.of(citizen, Optional.empty(), 10).get(0);

        assertThat(access.time()).isEqualTo(clock.instant());
        assertThat(access.unit()).isEqualTo("测试站点 5201000001");
        assertThat(access.service()).isEqualTo("interaction");
        assertThat(access.record()).isEqualTo("来信 No. 17");
        assertThat(access.purpose()).isEqualTo("办理来信");
        assertThat(access.site().value()).isEqualTo("5201000001");
    }

    @Test
    void theUnitIsTheOrganisationOfWhoeverLooks() {
        long office = new OrganisationTable(store)
                .insert("11520000009390033X", "贵阳市信访局", Optional.empty(), Optional.empty())
                .id();
        identity.organisationTree.reload();
        identity.accounts.create(
                TestIdentity.ADMIN,
                new NewAccount(
                        STAFF.username(),
                        STAFF.displayName(),
                        Optional.of(office),
                        Accounts.LOCAL,
                        TestIdentity.PASSWORD,
                        true,
                        List.of()));
        look(citizen.username(), "来信 No. 17");

        assertThat(accesses.of(citizen, Optional.empty(), 10).get(0).unit()).isEqualTo("贵阳市信访局");
    }

    @Test
    void theAuditSaysTheSameWithoutTheContact() {
        look("138 0000 0000", "来信 No. 17");

        Event event = recorded.get(0);
        assertThat(event.action()).isEqualTo(Action.PERSONAL_DATA_READ);
        assertThat(event.actor()).isEqualTo(STAFF);
        assertThat(event.object()).isEqualTo("interaction: 来信 No. 17");
        assertThat(event.detail()).isEqualTo(citizen.username() + " 办理来信");
    }

    @Test
    void whatCannotBeRecordedIsNotShown() {
        auditBroken = true;

        assertThatThrownBy(() -> look(citizen.username(), "来信 No. 17")).isInstanceOf(Problem.class);
        assertThat(seen()).isEmpty();
    }

    @Test
    void whoLooksAtTheirOwnLeavesNoNote() {
        notes.shown(site(citizen), citizen.username(), "来信 No. 17", "办理来信");
        notes.shown(site(citizen), MOBILE, "来信 No. 17", "办理来信");

        assertThat(seen()).isEmpty();
        assertThat(recorded).isEmpty();
        assertThat(code(() -> notes.shown(site(Actor.ANONYMOUS), MOBILE, "来信", "办理来信")))
                .isEqualTo("not_signed_in");
    }

    @Test
    void nobodySeesWhatIsAboutSomebodyElse() {
        Actor other = citizen("13900000000");
        look(other.username(), "来信 No. 18");
        look("13900000000", "来信 No. 19");
        look("zhang@example.org", "来信 No. 20");

        assertThat(seen()).isEmpty();
        assertThat(accesses.of(other, Optional.empty(), 10)).hasSize(2);
        assertThat(code(() -> accesses.of(STAFF, Optional.empty(), 10))).isEqualTo("citizens_only");
        assertThat(code(() -> accesses.of(Actor.ANONYMOUS, Optional.empty(), 10)))
                .isEqualTo("not_signed_in");
    }

    @Test
    void whatWasLookedAtBeforeThereWasAnAccountIsFoundOnceTheNumberIsProven() {
        look("+86 137-0000-0000", "来信 No. 17");
        Actor later = citizen("13700000000");
        assertThat(accesses.of(later, Optional.empty(), 10)).isEmpty();

        new AccessTable(store)
                .claim(
                        lookup.contactHash("13700000000"),
                        CitizenLookup.id(later.username()).orElseThrow());

        assertThat(accesses.of(later, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void theContactItselfIsNotStored() {
        look("zhang@example.org", "来信 No. 17");

        String stored = store.read(em -> em.createQuery("SELECT a.contactHash FROM AccessRow a", String.class)
                .getSingleResult());
        assertThat(stored).matches("[0-9a-f]{64}");
    }

    @Test
    void theListIsPagedNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            look(citizen.username(), "来信 No. " + i);
        }
        notes.shown(site(STAFF), citizen.username(), "来信 No. 6", "办理来信");

        List<Access> first = accesses.of(citizen, Optional.empty(), 4);
        List<Access> second = accesses.of(citizen, Optional.of(first.get(3).place()), 4);

        assertThat(first).extracting(Access::record).containsExactly("来信 No. 6", "来信 No. 5", "来信 No. 4", "来信 No. 3");
        assertThat(second).extracting(Access::record).containsExactly("来信 No. 2", "来信 No. 1");
        assertThat(code(() -> accesses.of(citizen, Optional.of("x"), 4))).isEqualTo("list_place_invalid");
    }

    @Test
    void whatLawEnforcementLooksAtIsToldWhenTheDeferralHasEnded() {
        look(citizen.username(), "来信 No. 1");
        defer(Duration.ofDays(30));
        look(citizen.username(), "来信 No. 2");
        look(MOBILE, "来信 No. 3");

        assertThat(seen()).as("what was in sight stays in sight").containsExactly("来信 No. 1");
        clock.pass(Duration.ofDays(31));
        assertThat(seen()).containsExactly("来信 No. 3", "来信 No. 2", "来信 No. 1");
    }

    @Test
    void aDeferralCanBeEndedBeforeItsTimeAndBothAreRecorded() {
        Deferral deferral = defer(Duration.ofDays(30));
        look(citizen.username(), "来信 No. 2");

        accesses.endDeferral(AUDITOR, deferral.id());

        assertThat(seen()).containsExactly("来信 No. 2");
        assertThat(recorded)
                .extracting(Event::action)
                .containsExactly(Action.ACCESS_DEFER, Action.PERSONAL_DATA_READ, Action.ACCESS_DEFER);
        assertThat(recorded.get(0).detail())
                .contains(BASIS)
                .contains(citizen.username())
                .doesNotContain(MOBILE);
        assertThat(code(() -> accesses.endDeferral(AUDITOR, deferral.id()))).isEqualTo("deferral_ended");
        assertThat(code(() -> accesses.endDeferral(AUDITOR, 999_999))).isEqualTo("deferral_not_found");
        assertThat(accesses.deferrals(AUDITOR).get(0).ended()).isPresent();
    }

    @Test
    void aDeferralForOneAccountLeavesEverybodyElsesLookingInSight() {
        accesses.defer(
                AUDITOR,
                new NewDeferral(
                        CitizenLookup.id(citizen.username()).orElseThrow(),
                        null,
                        "police",
                        clock.instant().plus(Duration.ofDays(1)),
                        BASIS));
        look(citizen.username(), "来信 No. 1");
        clock.pass(Duration.ofSeconds(1));
        notes.shown(site(new Actor("police", "警官")), citizen.username(), "来信 No. 2", "办案");

        assertThat(seen()).containsExactly("来信 No. 1");
    }

    @Test
    void aDeferralForANumberWithoutAccountHoldsForTheAccountToCome() {
        accesses.defer(
                AUDITOR,
                new NewDeferral(null, "１３７００００００００", null, clock.instant().plus(Duration.ofDays(1)), BASIS));
        look("13700000000", "来信 No. 1");
        Actor later = citizen("13700000000");
        long id = CitizenLookup.id(later.username()).orElseThrow();
        String hash = lookup.contactHash("13700000000");
        new AccessTable(store).claim(hash, id);
        new DeferralTable(store).claim(hash, id);

        assertThat(accesses.of(later, Optional.empty(), 10)).isEmpty();
        assertThat(accesses.deferrals(AUDITOR).get(0).person()).isEqualTo("137****0000");
        clock.pass(Duration.ofDays(2));
        assertThat(accesses.of(later, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void notesAreKeptForThreeYearsAndNotForgottenBeforeTheyCouldBeTold() {
        AccessRetention retention = retention("");
        look(citizen.username(), "来信 No. 1");
        clock.pass(Duration.ofDays(10));
        defer(Duration.ofDays(20));
        look(citizen.username(), "来信 No. 2");
        clock.pass(Duration.ofDays(1086).minusSeconds(2));
        recorded.clear();
        assertThat(retention.run()).as("three years to the second").isZero();

        clock.pass(Duration.ofSeconds(1));
        assertThat(retention.run()).isEqualTo(1);
        assertThat(seen()).containsExactly("来信 No. 2");
        assertThat(retention.run()).isZero();
        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(Action.ACCESS_EXPIRE);
            assertThat(event.detail()).startsWith("notes: 1 before ");
        });
        clock.pass(Duration.ofDays(29));
        assertThat(retention.run())
                .as("told when the deferral ended, three years ago to come")
                .isZero();
        clock.pass(Duration.ofDays(2));
        assertThat(retention.run()).isEqualTo(1);
        assertThat(accesses.deferrals(AUDITOR)).isEmpty();
    }

    @Test
    void nonsenseIsNoTimeToKeepThem() {
        for (String days : new String[] {"182", "36501", "-1", "for ever"}) {
            assertThatThrownBy(() -> retention(days)).hasMessageContaining("JUTONG_ACCESS_DAYS");
        }
    }

    private AccessRetention retention(String days) {
        return new AccessRetention(store, this::record, clock, days);
    }

    @Test
    void aDeferralNeedsAPersonAnEndABasisAndTheRight() {
        var soon = clock.instant().plus(Duration.ofDays(1));

        assertThat(refused(null, null, soon, BASIS)).isEqualTo("deferral_person_missing");
        assertThat(refused(1L, MOBILE, soon, BASIS)).isEqualTo("deferral_person_missing");
        assertThat(refused(424_242L, null, soon, BASIS)).isEqualTo("citizen_not_found");
        assertThat(refused(null, "138", soon, BASIS)).isEqualTo("mobile_invalid");
        assertThat(refused(null, MOBILE, null, BASIS)).isEqualTo("deferral_until_invalid");
        assertThat(refused(null, MOBILE, clock.instant(), BASIS)).isEqualTo("deferral_until_invalid");
        assertThat(refused(null, MOBILE, soon.plus(Duration.ofDays(400)), BASIS))
                .isEqualTo("deferral_until_invalid");
        assertThat(refused(null, MOBILE, soon, " ")).isEqualTo("deferral_basis_missing");
        assertThat(refused(null, MOBILE, soon, "x".repeat(501))).isEqualTo("deferral_basis_too_long");
        NewDeferral good = new NewDeferral(null, MOBILE, null, soon, BASIS);
        assertThat(code(() -> accesses.defer(STAFF, good))).startsWith("forbidden");
        assertThat(code(() -> accesses.defer(citizen, good))).startsWith("forbidden");
        assertThat(code(() -> accesses.defer(Actor.ANONYMOUS, good))).isEqualTo("not_signed_in");
        assertThat(code(() -> accesses.deferrals(STAFF))).startsWith("forbidden");
        assertThat(code(() -> accesses.endDeferral(STAFF, 1))).startsWith("forbidden");
        assertThat(accesses.deferrals(AUDITOR)).as("nothing half-stored").isEmpty();
    }

    private String refused(Long id, String mobile, java.time.Instant until, String basis) {
        return code(() -> accesses.defer(AUDITOR, new NewDeferral(id, mobile, null, until, basis)));
    }
}
