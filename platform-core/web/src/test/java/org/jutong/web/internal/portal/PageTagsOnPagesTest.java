package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.web.internal.portal.DemoProvince.GUIYANG;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.Problem;
import org.jutong.plugin.View;

class PageTagsOnPagesTest {

    private static final Pattern META = Pattern.compile("<meta name=\"([A-Z]\\w+)\" content=\"([^\"]*)\">");

    private final DemoPortal portal = new DemoPortal();
    private final PortalView view = portal.view(GUIYANG);

    @Test
    void theHomePageCarriesTheSiteAndTheColumnTagsOfAHomePage() {
        assertThat(tags(portal.renderer.home(view)))
                .containsEntry("SiteName", "贵阳市人民政府")
                .containsEntry("SiteDomain", "www.example.gov.cn")
                .containsEntry("SiteIDCode", "5201000001")
                .containsEntry("ColumnType", "首页")
                .containsKeys("ColumnName", "ColumnDescription", "ColumnKeywords");
    }

    @Test
    void aColumnPageCarriesItsColumnsTagsAndNoArticleTags() {
        assertThat(tags(portal.renderer.column(view, "policies", 1)))
                .containsEntry("SiteIDCode", "5201000001")
                .containsEntry("ColumnName", "政策文件")
                .containsEntry("ColumnType", "政策文件")
                .doesNotContainKey("ArticleTitle");
    }

    @Test
    void anArticlePageCarriesAllThreeKinds() {
        long id = portal.publish(GUIYANG, "meetings");

        assertThat(tags(portal.renderer.article(view, id)))
                .containsEntry("SiteName", "贵阳市人民政府")
                .containsEntry("ColumnName", "会议交流")
                .containsEntry("ArticleTitle", DemoPortal.TITLE)
                .containsEntry("PubDate", "2017-07-21 08:22")
                .containsEntry("ContentSource", "贵州省人民政府网站")
                .containsEntry("Author", "责任编辑：王洋")
                .containsEntry("Url", "https://www.example.gov.cn/sites/5201000001/articles/" + id)
                .hasEntrySatisfying("Description", text -> assertThat(text).startsWith("2014年"));
    }

    @Test
    void pluginPagesAndErrorPagesOfASiteCarryTheSiteTags() {
        portal.plugins.enable(GUIYANG);
        Page plugin = portal.plugin(view, new View("form.peb", "我要写信", Map.of()), Optional.empty());
        Page error = portal.renderer.error(Optional.of(view), Problem.notFound("page_not_found"));

        assertThat(tags(plugin)).containsOnlyKeys("SiteName", "SiteDomain", "SiteIDCode");
        assertThat(tags(error)).containsOnlyKeys("SiteName", "SiteDomain", "SiteIDCode");
    }

    private static Map<String, String> tags(Page page) {
        Map<String, String> tags = new LinkedHashMap<>();
        Matcher meta = META.matcher(page.html());
        while (meta.find()) {
            assertThat(tags.put(meta.group(1), meta.group(2))).as("tag twice").isNull();
        }
        return tags;
    }
}
