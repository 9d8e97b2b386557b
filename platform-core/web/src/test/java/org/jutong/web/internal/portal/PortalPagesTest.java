package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jutong.web.internal.portal.DemoProvince.GUIYANG;
import static org.jutong.web.internal.portal.DemoProvince.NANMING;
import static org.jutong.web.internal.portal.DemoProvince.ROOT;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.plugin.View;
import org.jutong.sitegroup.SiteState;

class PortalPagesTest {

    private final DemoPortal portal = new DemoPortal();

    @Test
    void theRootsHomePageLeadsToAllSitesBelow() {
        assertThat(portal.home(ROOT))
                .contains("市州 · 区县导航", "/sites/5201000001/", "/sites/5226010001/")
                .contains(">六枝特区</a>", ">黔东南苗族侗族自治州</a>");
    }

    @Test
    void aCountysHomePageLeadsUpAndToItsNeighbours() {
        assertThat(portal.home(NANMING))
                .contains("贵阳市各区县网站", "<span aria-current=\"page\">南明区</span>")
                .contains("<a href=\"/sites/5201030001/\">云岩区</a>")
                .contains("<a href=\"/sites/5200000001/\">贵州省人民政府</a>");
    }

    @Test
    void aGovernmentsHomePageLeadsToItsDepartmentsInServiceAndTheseToEachOther() {
        assertThat(portal.home(GUIYANG)).doesNotContain("部门网站");
        SiteCode education = portal.province.department("5201000002", "贵阳市教育局", GUIYANG, SiteState.LIVE);
        portal.province.department("5201000003", "贵阳市水务局", GUIYANG, SiteState.TEMPORARILY_CLOSED);
        portal.province.department("5201000004", "贵阳市粮食局", GUIYANG, SiteState.CLOSED);
        SiteCode transport = portal.province.department("5201000005", "贵阳市<交通>局", GUIYANG, SiteState.CLOSING);
        assertThat(portal.home(GUIYANG))
                .contains("部门网站", "<a href=\"/sites/5201000002/\">贵阳市教育局</a>")
                .contains("<a href=\"/sites/5201000005/\">贵阳市&lt;交通&gt;局</a>")
                .doesNotContain("水务局", "粮食局");
        assertThat(portal.home(education))
                .contains("<span aria-current=\"page\">贵阳市教育局</span>", "/sites/" + transport + "/");
        assertThat(portal.home(NANMING)).doesNotContain("部门网站");
    }

    @Test
    void anEmptyBlockSaysSo() {
        assertThat(portal.home(NANMING)).contains("暂无内容");
        assertThat(portal.renderer.column(portal.view(NANMING), "policies", 1).html())
                .contains("本栏目暂无内容");
    }

    @Test
    void aColumnThatAPluginServesLeadsToItsPagesWhereTheSiteHasIt() {
        portal.plugins.enable(GUIYANG, DemoPortal.LETTERS);

        assertThat(portal.renderer.column(portal.view(GUIYANG), "enquiries", 1).html())
                .contains("<li><a href=\"/sites/5201000001/plugins/interaction/new\">我要写信</a></li>")
                .doesNotContain("本栏目暂无内容");
        assertThat(portal.renderer.column(portal.view(NANMING), "enquiries", 1).html())
                .contains("本栏目暂无内容");
    }

    @Test
    void oneArticleIsShownWithItsFirstWordsAndNotRepeated() {
        portal.publish(ROOT, "meetings");

        assertThat(portal.home(ROOT))
                .containsOnlyOnce(">" + DemoPortal.TITLE + "</a>")
                .contains("2014年,《国务院办公厅")
                .doesNotContain("class=\"headline\"");
    }

    @Test
    void noticesStandBesideTheNewsAndNotAmongThem() {
        portal.province.publish(ROOT, "notices", "停水通知", "<p>正文</p>", "2017-07-21T00:22:00Z");

        assertThat(portal.home(ROOT)).containsOnlyOnce(">停水通知</a>");
    }

    @Test
    void titlesAreEscapedWhereverTheyStand() {
        String title = "<script>alert(1)</script>\" onload=\"x";
        long id = portal.province.publish(ROOT, "meetings", title, "<p>正文</p>", "2017-07-21T00:22:00Z");

        assertThat(portal.home(ROOT)
                        + portal.renderer.column(portal.view(ROOT), "news", 1).html()
                        + portal.renderer.article(portal.view(ROOT), id).html())
                .doesNotContain("<script>alert", "\" onload=\"")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void noPageCarriesAnInlineScriptStyleOrHandler() {
        portal.plugins.enable(GUIYANG, DemoPortal.LETTERS);
        long id = portal.publish(GUIYANG, "meetings");

        assertThat(portal.home(GUIYANG)
                        + portal.renderer.article(portal.view(GUIYANG), id).html())
                .doesNotContain("<style", " style=", "<script>")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void aListIsTurnedByNumber() {
        for (int i = 0; i < 45; i++) {
            portal.province.publish(ROOT, "notices", "通知 " + i, "<p>正文</p>", "2017-07-21T00:22:00Z");
        }
        String second = portal.renderer.column(portal.view(ROOT), "notices", 2).html();

        assertThat(second)
                .contains("共 45 篇", "href=\"/sites/5200000001/columns/notices/\" aria-label=\"第 1 页\"")
                .contains("href=\"/sites/5200000001/columns/notices/?page=3\"")
                .contains("<span aria-current=\"page\" aria-label=\"第 2 页\">2</span>");
        assertThatThrownBy(() -> portal.renderer.column(portal.view(ROOT), "notices", 4))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("page_not_found"));
    }

    @Test
    void unknownColumnsAndArticlesAreNotFound() {
        assertThatThrownBy(() -> portal.renderer.column(portal.view(ROOT), "nothing", 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("column_not_found"));
        assertThatThrownBy(() -> portal.renderer.article(portal.view(ROOT), 99))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("article_not_found"));
    }

    @Test
    void everyPageEndsWithWhatTheGuidelineAsksFor() {
        assertThat(portal.home(GUIYANG))
                .contains("主办单位：贵阳市人民政府", "网站标识码：5201000001", "ICP备案号", "公安备案号", "党政机关")
                .contains("站点地图", "我要纠错", "联系方式", "当前页地址的二维码");
    }

    @Test
    void traditionalPagesLeadToTraditionalPagesAndBack() {
        String html = portal.renderer
                .column(portal.traditional(GUIYANG), "policies", 1)
                .html();

        assertThat(html)
                .contains("<html lang=\"zh-Hant\"", "href=\"/hant/sites/5201000001/\"")
                .contains("<a href=\"/sites/5201000001/columns/policies/\" hreflang=\"zh-Hans\"")
                .doesNotContain("href=\"/sites/5200000001/\"");
        assertThat(portal.home(GUIYANG)).contains("<a href=\"/hant/sites/5201000001/\" hreflang=\"zh-Hant\"");
    }

    @Test
    void whatElseAVisitorAskedForNeverGetsIntoAPageThatIsKept() {
        PortalView asked = PortalView.of(portal.province.require(GUIYANG), false, "/sites/5201000001/?advert=1");

        assertThat(portal.renderer.home(asked).html()).doesNotContain("advert");
    }

    @Test
    void anErrorKeepsTheSitesFrameWhereThereIsOne() {
        Page framed = portal.renderer.error(
                Optional.of(portal.view(GUIYANG)), Problem.notFound("column_not_found", "<b>", "5201000001"));
        Page bare = portal.renderer.error(Optional.empty(), Problem.of(503, "starting"));

        assertThat(framed.status()).isEqualTo(404);
        assertThat(framed.html()).contains("页面不存在", "贵阳市人民政府").doesNotContain("<b>");
        assertThat(bare.status()).isEqualTo(503);
        assertThat(bare.html()).contains("服务暂时不可用").doesNotContain("网站标识码");
    }

    @Test
    void anAddressTooLongForAQrCodeDoesNotBreakTheErrorPage() {
        PortalView asked = PortalView.of(portal.province.require(GUIYANG), false, "/" + "x".repeat(8000));

        assertThat(portal.renderer
                        .error(Optional.of(asked), Problem.notFound("page_not_found"))
                        .html())
                .contains("页面不存在");
    }

    @Test
    void aPluginsPageIsShownInsideTheSitesFrame() {
        portal.plugins.enable(GUIYANG);
        Page page = portal.plugin(portal.view(GUIYANG), new View("form.peb", "我要写信", Map.of()), Optional.empty());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("<h1>我要写信</h1>", "action=\"/sites/5201000001/plugins/interaction/new\"", "网站标识码");
    }
}
