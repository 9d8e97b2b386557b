package org.jutong.columns.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jutong.columns.Changed;
import org.jutong.columns.ColumnStandard;
import org.jutong.columns.PageKind;
import org.jutong.columns.StandardFault;
import org.jutong.columns.Words;
import org.jutong.columns.codes.SubjectClasses;

class LinterTest {

    private static final LintRules RULES = LintRules.load();

    private final Linter linter = new Linter(ColumnStandard.load(), RULES, SubjectClasses.load());
    private final PageFacts page = PageFacts.of("/articles/1", PageKind.ARTICLE, "www.guiyang.gov.cn");

    @Test
    void aPageThatDoesAllRightHasNoFindings() {
        assertThat(linter.check(page.withTags(tags())
                        .withFooter(footer())
                        .withTimes(List.of("2017-07-21 08:22"))
                        .withDocument(
                                Optional.of("国办发〔2017〕47号"),
                                Optional.of("000014349/2017-00110"),
                                Optional.of("综合政务\\电子政务"))
                        .withLinks(List.of(
                                new PageFacts.Link("https://example.com/", true),
                                new PageFacts.Link("/columns/news", false)))))
                .isEmpty();
    }

    @Test
    void whatWasNotLookedAtIsNotJudged() {
        assertThat(linter.check(page)).isEmpty();
    }

    @Test
    void aTagThatIsMissingBlankOrOfTheWrongFormIsFound() {
        Map<String, String> tags = tags();
        tags.remove("ContentSource");
        tags.put("ColumnKeywords", " ");
        tags.put("PubDate", "2017/7/21 8:22");
        tags.put("SiteIDCode", "520000000127");
        tags.put("ColumnType", "要闻");
        assertThat(linter.check(page.withTags(tags)))
                .extracting(
                        f -> f.rule() + " " + f.field() + " " + f.suggestion().orElse("-"))
                .containsExactly(
                        "SITE_CODE tag:SiteIDCode -",
                        "TAG_BLANK tag:ColumnKeywords -",
                        "COLUMN_TYPE tag:ColumnType -",
                        "TAG_FORMAT tag:PubDate 2017-07-21 08:22",
                        "TAG_MISSING tag:ContentSource -");
    }

    @Test
    void aPageCarriesTheTagsOfItsKindAndOfThoseBefore() {
        Map<String, String> none = Map.of();
        assertThat(linter.check(PageFacts.of("/", PageKind.SITE, "x").withTags(none)))
                .hasSize(3);
        assertThat(linter.check(PageFacts.of("/c", PageKind.COLUMN, "x").withTags(none)))
                .hasSize(7);
        assertThat(linter.check(page.withTags(none)))
                .filteredOn(f -> f.rule() == Rule.TAG_MISSING)
                .hasSize(10);
    }

    @Test
    void anItemThatTheFootLacksIsFoundWithItsOwnSource() {
        Map<FooterItem, String> footer = footer();
        footer.remove(FooterItem.POLICE_NUMBER);
        footer.put(FooterItem.OWNER, "");
        footer.put(FooterItem.SITE_CODE, " 5200000127");
        List<Finding> found = linter.check(page.withFooter(footer));
        assertThat(found)
                .extracting(f -> f.message() + " " + f.suggestion().orElse("-"))
                .containsExactlyInAnyOrder(
                        "lint.footer-item.owner -", "lint.footer-item.police-number -", "lint.site-code 5200000127");
        assertThat(found)
                .filteredOn(f -> f.message().endsWith("police-number"))
                .allMatch(f -> f.basis().source().contains("公安"));
    }

    @Test
    void anArticleWithoutAnyTimeIsUndated() {
        Map<String, String> tags = tags();
        tags.remove("PubDate");
        assertThat(linter.check(page.withTags(tags))).extracting(Finding::rule).contains(Rule.UNDATED);
        assertThat(linter.check(page.withTags(tags).withTimes(List.of("2017-07-21 08:22"))))
                .extracting(Finding::rule)
                .containsExactly(Rule.TAG_MISSING);
        assertThat(linter.check(page.withTimes(List.of("2017-07-21"))))
                .extracting(Finding::rule)
                .containsExactly(Rule.TIME_FORMAT);
    }

    @Test
    void theFactsOfADocumentAreChecked() {
        assertThat(linter.check(page.withDocument(
                        Optional.of("国办发[2017]047号"), Optional.of("000014348/2017-00110"), Optional.of("电子政务"))))
                .extracting(f -> f.rule() + " " + f.suggestion().orElse("-"))
                .containsExactly("DOCUMENT_NUMBER 国办发〔2017〕47号", "INDEX_NUMBER_CHECK -", "SUBJECT_CLASS 综合政务\\电子政务");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "http://gov.cn.example.com/",
                "//evilgov.cn/x",
                "HTTPS://www.gov.cn@example.com/",
                "https:/\\example.com",
                "\\\\example.com\\x",
                " https://example.com:8443",
                "ht\ntps://example.com/?www.gov.cn",
                "http://127.0.0.1/"
            })
    void aLinkToAStrangersHostNeedsANotice(String href) {
        assertThat(linter.check(page.withLinks(List.of(new PageFacts.Link(href, false)))))
                .extracting(Finding::rule)
                .containsExactly(Rule.EXTERNAL_LINK);
        assertThat(linter.check(page.withLinks(List.of(new PageFacts.Link(href, true)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a",
                "a.html?u=https://example.com",
                "#top",
                "mailto:a@example.com",
                "https://www.gov.cn/",
                "http://GOV.CN.",
                "https://reader@gov.cn/",
                "//www.guiyang.gov.cn:8080/x",
                "https://贵阳.政务.cn/",
                "https://xn--zfr164b.cn/"
            })
    void aLinkThatStaysNeedsNone(String href) {
        assertThat(linter.check(page.withLinks(List.of(new PageFacts.Link(href, false)))))
                .isEmpty();
    }

    @Test
    void aSiteWithAChineseNameKnowsItselfUnderBothNames() {
        PageFacts chinese = PageFacts.of("/", PageKind.SITE, "xn--fiq228c.example");
        List<PageFacts.Link> links = List.of(new PageFacts.Link("http://中文.example/", false));
        assertThat(linter.check(chinese.withLinks(links))).isEmpty();
    }

    @Test
    void theSameThingFoundAgainHasTheSameAddress() {
        Finding found = linter.check(page.withTimes(List.of("昨天"))).get(0);
        assertThat(linter.check(page.withTimes(List.of("2017-07-21 08:22", "昨天", "昨天"))))
                .containsExactly(found);
        assertThat(found.id()).matches("[0-9a-f]{16}").isEqualTo(Finding.idOf(found.rule(), found.page(), "time:昨天"));
        Finding elsewhere = linter.check(
                        PageFacts.of("/articles/2", PageKind.ARTICLE, "x").withTimes(List.of("昨天")))
                .get(0);
        assertThat(elsewhere.id()).isNotEqualTo(found.id());
    }

    @Test
    void aSiteIsJudgedOnceForItsFootAndForWhatItsPagesMustNotShare() {
        PageFacts first = page.withDocument(Optional.empty(), Optional.of("000014349/2017-00110"), Optional.empty());
        PageFacts second = PageFacts.of("/articles/2", PageKind.ARTICLE, "x")
                .withDocument(Optional.empty(), Optional.of("000014349/2017-00110"), Optional.empty());
        Map<FooterItem, String> footer = footer();
        footer.remove(FooterItem.SITE_MAP);
        assertThat(linter.check(new SiteFacts(Optional.of(footer), List.of(first, second, first))))
                .extracting(f -> f.page() + " " + f.rule() + " " + f.arguments())
                .containsExactly(
                        " FOOTER_ITEM [site-map]",
                        "/articles/2 INDEX_NUMBER_TWICE [000014349/2017-00110, /articles/1]");
    }

    @Test
    void whatBlocksIsData() {
        LintRules lenient = LintRules.read(Changed.file(
                "lint-2026.1",
                "\"document-number\", \"severity\": \"ERROR\", \"blocks\": true",
                "\"document-number\", \"severity\": \"HINT\", \"blocks\": false"));
        PageFacts wrong = page.withDocument(Optional.of("无"), Optional.empty(), Optional.empty());
        assertThat(linter.check(wrong)).allMatch(f -> f.blocks() && f.severity() == Severity.ERROR);
        assertThat(new Linter(ColumnStandard.load(), lenient, SubjectClasses.load()).check(wrong))
                .hasSize(1)
                .allMatch(f -> !f.blocks() && f.severity() == Severity.HINT);
    }

    @Test
    void anOperatorsRulesTakeThePlaceOfThoseOfTheBundle(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rules.json");
        try (InputStream changed = Changed.file("lint-2026.1", "\"gov.cn\", ", "")) {
            Files.copy(changed, file);
        }
        assertThat(LintRules.configured(Map.of("JUTONG_LINT_RULES", file.toString()))
                        .governmentDomains())
                .doesNotContain("gov.cn");
        assertThat(LintRules.configured(Map.of()).governmentDomains()).contains("gov.cn");
        assertThatThrownBy(() -> LintRules.configured(
                        Map.of("JUTONG_LINT_RULES", folder.resolve("none").toString())))
                .hasMessageContaining("JUTONG_LINT_RULES");
    }

    @Test
    void rulesThatAreUnknownTwiceOrMissingAreRefused() {
        assertThatThrownBy(() -> LintRules.read(Changed.file("lint-2026.1", "\"undated\",", "\"undatd\",")))
                .isInstanceOf(StandardFault.class)
                .hasMessageContaining("undatd");
        assertThatThrownBy(() ->
                        LintRules.read(Changed.file("lint-2026.1", "\"id\": \"undated\"", "\"id\": \"tag-blank\"")))
                .hasMessageContaining("standard_duplicate");
        assertThatThrownBy(() -> LintRules.read(Changed.file(
                        "lint-2026.1",
                        "    {\"id\": \"undated\", \"severity\": \"ERROR\", \"blocks\": true, \"basis\": \"undated\"},\n",
                        "")))
                .hasMessageContaining("rules.undated");
    }

    @Test
    void everythingThatCanBeSaidIsSaidInBothLanguages() {
        List<String> keys = new ArrayList<>();
        Stream.of(Rule.values()).filter(r -> r != Rule.FOOTER_ITEM).forEach(r -> keys.add("lint." + r.id()));
        Stream.of(FooterItem.values()).forEach(i -> keys.add("lint.footer-item." + i.id()));
        assertThat(Words.keys("zh-CN")).containsAll(keys);
        assertThat(Words.keys("en")).containsAll(keys);
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        tags.put("SiteName", "贵阳市人民政府");
        tags.put("SiteDomain", "www.guiyang.gov.cn");
        tags.put("SiteIDCode", "5201000001");
        tags.put("ColumnName", "贵阳要闻");
        tags.put("ColumnDescription", "要闻");
        tags.put("ColumnKeywords", "要闻");
        tags.put("ColumnType", "工作动态");
        tags.put("ArticleTitle", "标题");
        tags.put("PubDate", "2017-07-21 08:22");
        tags.put("ContentSource", "贵阳日报");
        return tags;
    }

    private static Map<FooterItem, String> footer() {
        Map<FooterItem, String> footer = new HashMap<>();
        for (FooterItem item : FooterItem.values()) {
            footer.put(item, item == FooterItem.SITE_CODE ? "5201000001" : "有");
        }
        return footer;
    }
}
