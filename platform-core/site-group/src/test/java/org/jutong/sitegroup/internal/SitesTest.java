package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.DISTRICT;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.OTHER_DISTRICT;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;
import static org.jutong.sitegroup.internal.SiteGroup.READER;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites.NewSite;

@ParameterizedClass
@EnumSource
class SitesTest {

    private static final SiteCode ZUNYI = new SiteCode("5203000001");

    @Parameter
    Database database;

    private SiteGroup group;

    @BeforeEach
    void open() {
        group = new SiteGroup(database);
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void sitesAreATreeInTheOrderOfTheirCodes() {
        assertThat(group.sites.root().map(Site::code)).contains(PROVINCE);
        assertThat(group.sites.children(CITY)).extracting(Site::code).containsExactly(DISTRICT, OTHER_DISTRICT);
        assertThat(group.sites.subtree(PROVINCE))
                .extracting(Site::code)
                .containsExactly(PROVINCE, CITY, DISTRICT, OTHER_DISTRICT);
        assertThat(group.memory.pathToRoot(DISTRICT)).containsExactly(DISTRICT, CITY, PROVINCE);
        assertThat(group.memory.root()).contains(PROVINCE);
        assertThat(group.sites.page(Optional.of(CITY), 1))
                .extracting(Site::code)
                .containsExactly(DISTRICT);
        assertThat(group.sites.count()).isEqualTo(4);
    }

    @Test
    void aSiteGetsTheColumnsOfItsLevelUnderTheNameOfItsRegion() {
        assertThat(group.sites.of(CITY)).extracting(Column::name).contains("走进贵阳", "贵阳要闻", "区县动态");
        assertThat(group.sites.of(DISTRICT)).extracting(Column::name).contains("走进南明", "乡镇动态");
        assertThat(group.sites.of(DISTRICT)).extracting(Column::key).doesNotContain("open-data");
        assertThat(group.sites.require(CITY, "meetings").type()).isEqualTo("工作动态");
        assertThatThrownBy(() -> group.sites.require(CITY, "nothing"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.arguments()).containsExactly("nothing", CITY.value()));
    }

    @Test
    void afterARestartEverythingIsAsBefore() {
        SiteMemory again = new SiteMemory(group.database.store());
        assertThat(again.now().page(Optional.empty(), 10)).isEqualTo(group.sites.page(Optional.empty(), 10));
        assertThat(again.now().columns(CITY)).isEqualTo(group.sites.of(CITY));
    }

    @Test
    void openingASiteAgainWithTheSameFactsReturnsIt() {
        NewSite zunyi = SiteGroup.site(ZUNYI, "遵义市", Level.PREFECTURE, Optional.of(PROVINCE));
        Site first = group.sites.register(OPERATOR, zunyi);
        assertThat(group.changed)
                .as("it, those above and those beside, whose pages lead to it")
                .containsExactlyInAnyOrder(ZUNYI, PROVINCE, CITY);
        assertThat(group.sites.register(OPERATOR, zunyi)).isEqualTo(first);
        assertThat(refusal(SiteGroup.site(ZUNYI, "遵义", Level.PREFECTURE, Optional.of(PROVINCE))))
                .isEqualTo("site_exists");
    }

    @Test
    void wrongFactsAreRefusedByName() {
        Optional<SiteCode> province = Optional.of(PROVINCE);
        assertThat(refusal(newSite("5203000001", "520400", province, "blue"))).isEqualTo("site_code_region_mismatch");
        assertThat(refusal(newSite("5203000001", "5203", province, "blue"))).isEqualTo("region_not_found");
        assertThat(refusal(newSite("5203000001", "520300", Optional.of(new SiteCode("5299000001")), "blue")))
                .isEqualTo("parent_not_found");
        assertThat(refusal(newSite("5203000001", "520300", Optional.empty(), "blue")))
                .isEqualTo("parent_not_found");
        assertThat(refusal(newSite("5203000001", "520300", province, "pink"))).isEqualTo("colour_unknown");
        assertThat(group.sites.count()).isEqualTo(4);
    }

    @Test
    void onlySomebodyWithTheRightOnTheParentOpensASite() {
        NewSite zunyi = SiteGroup.site(ZUNYI, "遵义市", Level.PREFECTURE, Optional.of(PROVINCE));
        assertThatThrownBy(() -> group.sites.register(READER, zunyi))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(403));
        assertThatThrownBy(() -> group.sites.register(Actor.ANONYMOUS, zunyi))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(401));
    }

    @Test
    void aSiteThatAnotherNodeOpenedFirstIsAConflictAndIsKnownAfterwards() {
        SiteDirectory otherNode = new SiteDirectory(
                new SiteMemory(group.database.store()),
                group.database.store(),
                SiteGroup.AUTHORITY,
                event -> {},
                sites -> {},
                Clock.systemUTC());
        NewSite zunyi = SiteGroup.site(ZUNYI, "遵义市", Level.PREFECTURE, Optional.of(PROVINCE));
        otherNode.register(OPERATOR, zunyi);
        assertThat(refusal(zunyi)).isEqualTo("site_exists");
        assertThat(group.sites.find(ZUNYI)).isPresent();
        assertThat(group.sites.of(ZUNYI)).hasSameSizeAs(group.sites.of(CITY));
    }

    private String refusal(NewSite site) {
        try {
            group.sites.register(OPERATOR, site);
            return "none";
        } catch (Problem p) {
            return p.code();
        }
    }

    private static NewSite newSite(String code, String region, Optional<SiteCode> parent, String colour) {
        return new NewSite(new SiteCode(code), "遵义市人民政府", Level.PREFECTURE, region, "遵义市", parent, colour);
    }

    @Test
    void theWayUpFromAColumnEndsAtTheFirstLevel() {
        assertThat(group.memory.columnPath(PROVINCE, "meetings")).containsExactly("meetings", "news");
        assertThat(group.memory.columnPath(PROVINCE, "news")).containsExactly("news");
        assertThat(group.memory.columnPath(PROVINCE, "nothing")).isEmpty();
    }
}
