package org.jutong.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jutong.columns.PageTags.Tag;

class PageTagsTest {

    private static final Instant TIME = Instant.parse("2017-07-21T00:22:00Z");

    @Test
    void everyPageNamesItsSite() {
        assertThat(PageTags.site("贵州省人民政府", "www.guizhou.gov.cn", "5200000001"))
                .containsExactly(
                        new Tag("SiteName", "贵州省人民政府"),
                        new Tag("SiteDomain", "www.guizhou.gov.cn"),
                        new Tag("SiteIDCode", "5200000001"));
    }

    @Test
    void aColumnPageCarriesItsFourTags() {
        assertThat(PageTags.column("会议交流", "交流经验", "会议", "工作动态"))
                .extracting(Tag::name)
                .containsExactly("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType");
    }

    @Test
    void thePublicationTimeIsBeijingTimeToTheMinute() {
        assertThat(article("标题", TIME, "贵州省人民政府网站")).contains(new Tag("PubDate", "2017-07-21 08:22"));
    }

    @Test
    void optionalTagsAppearOnlyWithContent() {
        assertThat(PageTags.article(
                        "标题",
                        TIME,
                        "来源",
                        Optional.of("集约化"),
                        Optional.of(" "),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("/sites/5200000001/articles/1")))
                .extracting(Tag::name)
                .containsExactly("ArticleTitle", "PubDate", "ContentSource", "Keywords", "Url");
    }

    @Test
    void aMissingRequiredValueIsRefusedByTheNameOfItsTag() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageTags.site("名", " ", "5200000001"))
                .withMessageContaining("SiteDomain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageTags.column("名", "述", null, "工作动态"))
                .withMessageContaining("ColumnKeywords");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> article("标题", null, "来源"))
                .withMessageContaining("PubDate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> article("标题", TIME, ""))
                .withMessageContaining("ContentSource");
    }

    @Test
    void theTagsThatAreWrittenAreThoseOfTheStandard() {
        List<String> required = Stream.of(
                        PageTags.site("名", "www.x.gov.cn", "5200000001"),
                        PageTags.column("名", "述", "词", "工作动态"),
                        article("标题", TIME, "来源"))
                .flatMap(List::stream)
                .map(Tag::name)
                .toList();
        for (ColumnStandard version : Standards.builtIn().all()) {
            assertThat(version.tags().stream().filter(TagRule::required).map(TagRule::name))
                    .containsExactlyElementsOf(required);
        }
    }

    private static List<Tag> article(String title, Instant time, String source) {
        return PageTags.article(
                title,
                time,
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
