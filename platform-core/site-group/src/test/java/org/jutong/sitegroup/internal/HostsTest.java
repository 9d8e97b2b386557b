package org.jutong.sitegroup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.sitegroup.internal.SiteGroup.CITY;
import static org.jutong.sitegroup.internal.SiteGroup.DISTRICT;
import static org.jutong.sitegroup.internal.SiteGroup.OPERATOR;
import static org.jutong.sitegroup.internal.SiteGroup.READER;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.audit.Action;
import org.jutong.audit.Event;

@ParameterizedClass
@EnumSource
class HostsTest {

    private static final String HOST = "www.guiyang.gov.cn";

    @Parameter
    Database database;

    private SiteGroup group;
    private SiteHostNames hosts;

    @BeforeEach
    void open() {
        group = new SiteGroup(database);
        hosts = group.hosts();
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void aSiteIsFoundUnderItsHostAlsoAfterARestart() {
        hosts.set(OPERATOR, CITY, Optional.of(" WWW.Guiyang.gov.cn "));
        assertThat(hosts.ofHost(HOST)).contains(CITY);
        assertThat(group.hosts().of(CITY)).contains(HOST);
        assertThat(group.changed).containsExactly(CITY);
        assertThat(group.recorded)
                .containsExactly(Event.done(Action.SITE_CHANGE, OPERATOR, "site:" + CITY)
                        .on(CITY)
                        .saying("host:" + HOST));

        hosts.set(OPERATOR, CITY, Optional.of("gy.gov.cn"));
        assertThat(hosts.ofHost(HOST)).isEmpty();
        hosts.set(OPERATOR, CITY, Optional.empty());
        assertThat(hosts.of(CITY)).isEmpty();
    }

    @Test
    void furtherNamesLeadToTheSiteButAreNotItsMainOne() {
        hosts.set(OPERATOR, CITY, Optional.of(HOST), List.of("gy.gov.cn", HOST, "GY.gov.cn"));
        assertThat(hosts.of(CITY)).contains(HOST);
        assertThat(hosts.further(CITY)).containsExactly("gy.gov.cn");
        assertThat(group.hosts().ofHost("gy.gov.cn")).contains(CITY);
        assertThatThrownBy(() -> hosts.set(OPERATOR, DISTRICT, Optional.of("gy.gov.cn")))
                .hasMessageContaining("host_taken");
        assertThatThrownBy(() -> hosts.set(OPERATOR, DISTRICT, Optional.empty(), List.of("nm.gov.cn")))
                .hasMessageContaining("hosts_further_invalid");
        assertThatThrownBy(() -> hosts.set(OPERATOR, CITY, Optional.of(HOST), List.of("a b")))
                .hasMessageContaining("host_invalid");
        assertThat(hosts.further(CITY)).as("nothing changed").containsExactly("gy.gov.cn");
    }

    @Test
    void anotherNodeFollowsWhenItReadsAgain() {
        HostMemory other = group.hostMemory();
        hosts.set(OPERATOR, CITY, Optional.of(HOST));

        other.reload();
        assertThat(other.ofHost(HOST)).contains(CITY);
        hosts.set(OPERATOR, CITY, Optional.empty());
        other.reload();
        assertThat(other.ofHost(HOST)).isEmpty();
    }

    @Test
    void twoSitesCannotHaveTheSameHost() {
        hosts.set(OPERATOR, CITY, Optional.of(HOST));
        assertThatThrownBy(() -> hosts.set(OPERATOR, DISTRICT, Optional.of(HOST)))
                .hasMessageContaining("host_taken");
        assertThat(hosts.ofHost(HOST)).contains(CITY);
        assertThat(hosts.of(DISTRICT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.1", "a b.cn", "-a.cn", "http://a.cn", "a..cn", "贵阳.cn", "a.cn:80"})
    void whatIsNoHostNameIsRefused(String name) {
        assertThatThrownBy(() -> hosts.set(OPERATOR, CITY, Optional.of(name))).hasMessageContaining("host_invalid");
    }

    @Test
    void onlyWhoManagesTheSiteNamesIt() {
        assertThatThrownBy(() -> hosts.set(READER, CITY, Optional.of(HOST))).hasMessageContaining("forbidden");
        assertThat(hosts.ofHost(HOST)).isEmpty();
    }
}
