package org.jutong.web.internal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.ArticleFile;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.StoredFile;

class AttachmentsTest {

    private static final SiteCode OWNER = new SiteCode("5200000001");
    private static final SiteCode HERE = new SiteCode("5201000001");
    private static final ArticleFile PDF = new ArticleFile(
            "a".repeat(26) + ".pdf",
            new StoredFile(1, "通知<1>.pdf", "application/pdf", 1_500_000, "0"),
            0,
            0,
            List.of());
    private static final ArticleFile PICTURE = new ArticleFile(
            "b".repeat(26) + ".jpg", new StoredFile(2, "图.jpg", "image/jpeg", 9, "1"), 1200, 600, List.of(480, 960));

    private final Attachments attachments = new Attachments(article -> List.of(PDF, PICTURE));

    @Test
    void everySiteHasThemUnderItsOwnAddress() {
        Attachments.Shown shown = attachments.of(
                article("<p><a href=\"" + PDF.on(OWNER) + "\" rel=\"nofollow\">附件</a>"
                        + "<a href=\"/sites/5200000001/files/7/old.pdf\">旧</a></p>"),
                HERE);
        assertThat(shown.body())
                .isEqualTo("<p><a href=\"" + PDF.on(HERE) + "\" rel=\"nofollow\">附件</a>"
                        + "<a href=\"/sites/5200000001/files/7/old.pdf\">旧</a></p>");
        assertThat(shown.saved())
                .containsExactly(new Attachments.Attachment("通知<1>.pdf", PDF.on(HERE), "PDF", "1.4 MB"));
    }

    @Test
    void aPictureIsThereForEveryWidthOfScreen() {
        String base = "/sites/5201000001/files/" + "b".repeat(26);
        assertThat(attachments
                        .of(article("<img src=\"" + PICTURE.on(OWNER) + "\" alt=\"图\" />"), HERE)
                        .body())
                .isEqualTo("<img src=\"" + base + ".jpg\" srcset=\"" + base + "-480.jpg 480w, " + base
                        + "-960.jpg 960w, " + base + ".jpg 1200w\" sizes=\"(max-width: 60rem) 100vw, 60rem\""
                        + " width=\"1200\" height=\"600\" alt=\"图\" />");
    }

    @Test
    void aFileOfAnotherArticleIsLeftAsItIs() {
        String body = "<p><a href=\"/sites/5200000001/files/" + "c".repeat(26) + ".pdf\">他文附件</a></p>";
        assertThat(attachments.of(article(body), HERE).body()).isEqualTo(body);
    }

    @Test
    void aPageListsWhatCanBeSaved() {
        DemoPortal portal = new DemoPortal();
        portal.files.add(PDF);
        long id = portal.publish(DemoProvince.ROOT, "meetings");
        assertThat(portal.renderer.article(portal.view(DemoProvince.ROOT), id).html())
                .contains("通知&lt;1&gt;.pdf</a> <span>PDF · 1.4 MB</span>")
                .contains("href=\"" + PDF.on(DemoProvince.ROOT) + "\"");
    }

    private static Article article(String body) {
        return new Article(
                1,
                OWNER,
                "标题",
                "来源",
                "",
                body,
                Article.State.PUBLISHED,
                "meetings",
                Optional.empty(),
                1,
                Article.Document.NONE,
                ContentClass.B,
                Optional.empty());
    }
}
