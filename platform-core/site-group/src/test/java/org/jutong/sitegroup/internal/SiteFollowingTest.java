package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.PROVINCE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.internal.store.PackageRows;
import org.jutong.sitegroup.internal.store.PackageRows.PackedColumn;

/** Two nodes over one database. */
@ParameterizedClass
@EnumSource
class SiteFollowingTest {

    private static final SiteCode NEW = new SiteCode("5203000001");

    @Parameter
    Database database;

    private final List<String> said = new ArrayList<>();
    private final List<SiteCode> toldThere = new ArrayList<>();
    private SiteGroup here;
    private SiteMemory sitesThere;
    private HostMemory hostsThere;
    private SiteFollowing saying;
    private SiteFollowing following;

    @BeforeEach
    void open() {
        here = new SiteGroup(database);
        sitesThere = new SiteMemory(here.database.store());
        hostsThere = here.hostMemory();
        saying = new SiteFollowing((kind, names) -> said.addAll(names), here.memory, here.hostMemory(), sites -> {});
        following = new SiteFollowing((kind, names) -> {}, sitesThere, hostsThere, toldThere::addAll);
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void aSiteItsHostAndItsColumnsAreFollowed() {
        here.open(NEW, "遵义市", Level.PREFECTURE, Optional.of(PROVINCE));
        here.hosts().set(OPERATOR, CITY, Optional.of("www.gy.gov.cn"));
        assertThat(sitesThere.now().find(NEW)).as("before").isEmpty();
        follow();
        assertThat(sitesThere.now().find(NEW)).isEqualTo(here.sites.find(NEW));
        assertThat(sitesThere.now().columns(NEW)).isEqualTo(here.sites.of(NEW)).isNotEmpty();
        assertThat(sitesThere.now().children(PROVINCE)).contains(here.sites.require(NEW));
        assertThat(hostsThere.ofHost("www.gy.gov.cn")).contains(CITY);
        assertThat(toldThere).contains(NEW, CITY);

        PackageRows rows = new PackageRows(here.database.store());
        List<PackedColumn> columns = new ArrayList<>(rows.columns(NEW));
        Column own = new Column(NEW, "tea", "茶", Optional.of("news"), "工作动态", "", "", Optional.empty(), 99);
        columns.add(new PackedColumn(own, false, Optional.empty(), false));
        rows.site(here.sites.require(NEW), "2026.1", columns);
        here.changed.add(NEW);
        follow();
        assertThat(sitesThere.now().column(NEW, "tea")).contains(own);
    }

    @Test
    void manySitesAreReadAtOnce() {
        here.open(NEW, "遵义市", Level.PREFECTURE, Optional.of(PROVINCE));
        here.changed.addAll(Collections.nCopies(100, PROVINCE));
        follow();
        assertThat(said).containsExactly("*");
        assertThat(sitesThere.now().columns(NEW)).isEqualTo(here.sites.of(NEW)).isNotEmpty();
        assertThat(toldThere).hasSize(5).contains(NEW);
    }

    private void follow() {
        said.clear();
        saying.sitesChanged(here.changed);
        here.changed.clear();
        following.follow(said);
    }
}
