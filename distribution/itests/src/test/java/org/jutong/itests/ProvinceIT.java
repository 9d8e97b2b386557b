package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** The demonstration province as the first start leaves it. */
@Tag("database")
class ProvinceIT {

    private final Platform platform = Shared.platform();
    private final Api visitor = platform.api();

    @Test
    void hasOneProvincialNinePrefectureAndEightyEightCountySites() {
        List<JsonNode> sites = Province.sites(visitor);

        assertThat(sites).hasSize(98);
        assertThat(sites.stream().map(site -> site.path("level").asText())).satisfies(levels -> {
            assertThat(levels.stream().filter("province"::equals)).hasSize(1);
            assertThat(levels.stream().filter("prefecture"::equals)).hasSize(9);
            assertThat(levels.stream().filter("county"::equals)).hasSize(88);
        });
        assertThat(sites).allSatisfy(site -> {
            assertThat(site.path("code").asText()).matches("\\d{10}");
            assertThat(site.path("code").asText())
                    .startsWith(site.path("region").asText());
            assertThat(site.path("state").asText()).isEqualTo("live");
        });
    }

    @Test
    void pagesThroughTheSitesByCursor() {
        JsonNode first = visitor.get("/sites?limit=60").json();
        JsonNode second = visitor.get(
                        "/sites?limit=60&after=" + first.path("next").asText())
                .json();

        assertThat(first.path("items")).hasSize(60);
        assertThat(second.path("items")).hasSize(38);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void givesEverySiteTheColumnsOfItsLevel() {
        for (String site : List.of(Province.PROVINCE, Province.GUIYANG, Province.NANMING)) {
            JsonNode columns = visitor.get("/sites/" + site + "/columns").json().path("items");
            List<String> types = new ArrayList<>();
            columns.forEach(column -> types.add(column.path("type").asText()));
            assertThat(types).as(site).contains("概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "政策解读", "办事服务");
        }
    }

    @Test
    void showsTheArticleOnAllNinetyEightSites() {
        long article = Province.article(platform);
        for (JsonNode site : Province.sites(visitor)) {
            Api.Answer page = visitor.page("/sites/" + site.path("code").asText() + "/articles/" + article);
            assertThat(page.status()).as(site.toString()).isEqualTo(200);
            assertThat(page.text()).contains("贵州省推进政府网站集约化建设工作情况");
        }
    }

    @Test
    void keepsTheArticleInSimplifiedCharactersWithItsFacts() {
        JsonNode article =
                platform.admin().get("/articles/" + Province.article(platform)).json();

        assertThat(article.path("title").asText()).contains("贵州省推进政府网站集约化建设工作情况");
        assertThat(article.path("source").asText()).contains("贵州省人民政府网站");
        assertThat(article.path("published").asText())
                .startsWith("2017-07-21T08:22")
                .endsWith("+08:00");
        assertThat(article.path("author").asText()).contains("王洋");
        String body = article.path("body").asText();
        assertThat(body)
                .contains("<h2>一、基本情况</h2>", "<h2>二、主要做法</h2>", "<h2>三、取得成效</h2>", "<h2>四、下一步工作打算</h2>")
                .contains("搭建运维系统")
                .doesNotContain("運", "繫", "字号", "扫一扫", "我要纠错", "https://www.gov.cn");
    }

    @Test
    void showsTraditionalCharactersRightlyBehindTheSwitch() {
        String address = "/hant/sites/" + Province.GUIYANG + "/articles/" + Province.article(platform);
        Api.Answer page = visitor.page(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("運維系統").doesNotContain("運維繫統").contains("貴州省推進政府網站集約化建設工作情況");
        assertThat(page.text()).contains("/hant/sites/" + Province.GUIYANG + "/columns/");
    }

    @Test
    void carriesThePageTagsOnEveryPage() {
        String site = "/sites/" + Province.GUIYANG + "/";
        String siteTags = "<meta name=\"SiteIDCode\" content=\"" + Province.GUIYANG + "\"";
        assertThat(visitor.page(site).text()).contains(siteTags, "name=\"SiteName\"", "name=\"SiteDomain\"");
        assertThat(visitor.page(site + "columns/" + firstColumn() + "/").text())
                .contains(siteTags, "name=\"ColumnName\"", "name=\"ColumnDescription\"", "name=\"ColumnKeywords\"")
                .contains("name=\"ColumnType\"");
        assertThat(visitor.page(site + "articles/" + Province.article(platform)).text())
                .contains(siteTags, "name=\"ColumnName\"", "name=\"ArticleTitle\"", "name=\"ContentSource\"")
                .contains("<meta name=\"PubDate\" content=\"2017-07-21 08:22\"");
    }

    @Test
    void answersARepeatedRequestWithNotModified() throws Exception {
        String address = "/sites/" + Province.GUIYANG + "/";
        Api.Answer first = visitor.page(address);
        var again = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(platform.url().resolve(address))
                                .header("If-None-Match", first.header("ETag"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());

        assertThat(first.header("ETag")).isNotEmpty();
        assertThat(again.statusCode()).isEqualTo(304);
    }

    private String firstColumn() {
        return visitor.get("/sites/" + Province.GUIYANG + "/columns")
                .json()
                .path("items")
                .path(0)
                .path("key")
                .asText();
    }
}
