package org.jutong.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Column;
import org.jutong.sitegroup.Columns;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.OfficialDocuments.Facts;
import org.jutong.sitegroup.Reading;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Sites;
import org.jutong.web.internal.http.PortalAddress.Target;

/** What stands at the addresses of a site that is not in service. */
class StandingTest {

    private static final SiteCode GONE = new SiteCode("5201020001");
    private static final SiteCode CITY = new SiteCode("5201000001");
    private static final SiteCode PROVINCE = new SiteCode("5200000001");

    private final Map<SiteCode, Site> known = new HashMap<>();
    private final Standing standing = new Standing(
            fake(Sites.class, Map.of("find", args -> Optional.ofNullable(known.get(args[0])))),
            fake(
                    Columns.class,
                    Map.of(
                            "find", args -> column((SiteCode) args[0], (String) args[1]),
                            "current", args -> current((SiteCode) args[0], (String) args[1]))),
            fake(
                    Reading.class,
                    Map.of(
                            "article",
                            args -> args[0].equals(CITY) && args[1].equals(7L)
                                    ? Optional.of(new Reading.Placed(
                                            null, null, Optional.empty(), Optional.empty(), Facts.NONE))
                                    : Optional.empty())),
            fake(SiteLife.class, Map.of("movedColumns", args -> Map.of("meetings", "local-news"))),
            Clock.fixed(Instant.parse("2017-07-21T00:22:00Z"), ZoneId.of("Asia/Shanghai")));

    @Test
    void aSiteInServiceIsServed() {
        assertThat(standing.moved(site(CITY, SiteState.LIVE, Optional.empty()), new Target.Home()))
                .isEmpty();
        assertThat(standing.moved(site(CITY, SiteState.CLOSING, Optional.of(PROVINCE)), new Target.Home()))
                .isEmpty();
    }

    @Test
    void whatMovedIsFoundAtItsNewAddressAndTheRestIsGone() {
        Site gone = site(GONE, SiteState.CLOSED, Optional.of(CITY));
        site(CITY, SiteState.LIVE, Optional.empty());
        assertThat(standing.moved(gone, new Target.ArticlePage(7))).contains(new Standing.Moved(CITY, "articles/7"));
        assertThat(standing.moved(gone, new Target.ArticlePage(8))).isEmpty();
        assertThat(standing.moved(gone, new Target.ColumnList("meetings")))
                .contains(new Standing.Moved(CITY, "columns/local-news/"));
        assertThat(standing.moved(gone, new Target.ColumnList("news")))
                .contains(new Standing.Moved(CITY, "columns/news/"));
        assertThat(standing.moved(gone, new Target.ColumnList("never-was"))).isEmpty();
        assertThat(standing.moved(gone, new Target.Home())).isEmpty();
        assertThat(standing.heir(gone).code()).isEqualTo(CITY);
    }

    @Test
    void theAddressOfARenamedColumnLeadsToTheNewOne() {
        Site city = site(CITY, SiteState.LIVE, Optional.empty());
        assertThat(standing.moved(city, new Target.ColumnList("news"))).isEmpty();
        assertThat(standing.moved(city, new Target.ColumnList("renamed")))
                .contains(new Standing.Moved(CITY, "columns/news/"));
        assertThat(standing.moved(city, new Target.ColumnList("never-was"))).isEmpty();
        Site gone = site(GONE, SiteState.CLOSED, Optional.of(CITY));
        assertThat(standing.moved(gone, new Target.ColumnList("renamed")))
                .contains(new Standing.Moved(CITY, "columns/news/"));
    }

    @Test
    void whoeverTookOverMayBeGoneToo() {
        Site gone = site(GONE, SiteState.CLOSED, Optional.of(CITY));
        site(CITY, SiteState.CLOSED, Optional.of(PROVINCE));
        site(PROVINCE, SiteState.LIVE, Optional.empty());
        assertThat(standing.heir(gone).code()).isEqualTo(PROVINCE);
    }

    @Test
    void aSiteThatIsNotOpenYetIsNotThereAndOneClosedForAWhileSaysUntilWhen() {
        for (SiteState state : new SiteState[] {SiteState.APPLIED, SiteState.REJECTED, SiteState.PREPARING}) {
            assertThat(refusal(site(GONE, state, Optional.empty())).code()).isEqualTo("site_not_found");
        }
        Site closed = site(GONE, SiteState.LIVE, Optional.empty())
                .in(SiteState.TEMPORARILY_CLOSED, Optional.of(LocalDate.parse("2017-07-21")), Optional.empty());
        assertThat(refusal(closed))
                .extracting(Problem::status, Problem::code)
                .containsExactly(503, "site_closed_temporarily");
        assertThat(standing.secondsLeft(closed)).contains((15 * 60 + 38) * 60L);
    }

    private Problem refusal(Site site) {
        return catchThrowableOfType(Problem.class, () -> standing.moved(site, new Target.Home()));
    }

    private Site site(SiteCode code, SiteState state, Optional<SiteCode> movedTo) {
        Site site = new Site(code, "某市人民政府", Level.COUNTY, code.division(), "某市", Optional.empty(), "blue")
                .in(state, Optional.empty(), movedTo);
        known.put(code, site);
        return site;
    }

    private static Optional<Column> column(SiteCode site, String key) {
        return key.equals("never-was") || key.equals("renamed")
                ? Optional.empty()
                : Optional.of(new Column(site, key, key, Optional.empty(), "工作动态", "", ""));
    }

    private static Optional<Column> current(SiteCode site, String key) {
        return column(site, key.equals("renamed") ? "news" : key);
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).to(arguments)));
    }
}
