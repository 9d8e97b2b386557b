package org.jutong.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.itests.browser.Visit.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.jutong.itests.Province;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** An editor puts a picture and a document into an article; readers get them when it is public, and only then. */
class AttachmentsJourneyIT {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ADDRESS = Pattern.compile("/sites/5200000001/files/[a-z2-7]{26}\\.(?:jpg|pdf)");

    private final Platform platform = Shared.platform();

    @Test
    void arePublicWhileAPublicTextLeadsToThem() throws IOException {
        Api admin = platform.admin();
        long id = admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft("有附件的文章"))
                .json()
                .path("id")
                .asLong();
        try (Visit visit = Visit.of(platform, 1280)) {
            visit.signIn("admin", Platform.PASSWORD);
            Page page = visit.open("/console/articles/" + id).page();
            Locator chosen = page.getByLabel(Pattern.compile("添加附件或图片"));
            chosen.setInputFiles(new FilePayload[] {
                new FilePayload("现场.jpg", "image/jpeg", picture()),
                new FilePayload("通知.pdf", "application/pdf", PDF),
                new FilePayload(
                        "假的.pdf", "application/pdf", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
            });
            assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("假的.pdf")))
                    .containsText("内容与扩展名不符");
            button(page, "放入正文 现场.jpg").click();
            page.locator(".el-message-box input").fill("会议现场");
            page.locator(".el-message-box").getByText("确定").click();
            button(page, "放入正文 通知.pdf").click();
            assertThat(page.getByText("正文使用中")).hasCount(2);
            assertThat((Boolean) page.locator(".ProseMirror img").evaluate("img => img.decode().then(() => true)"))
                    .isTrue();
            visit.look("article-attachments");
            button(page, "保存").click();
            assertThat(page.getByText("有未保存的修改")).hasCount(0);
            visit.afterRefusals();
        }
        String body = admin.get("/articles/" + id).json().path("body").asText();
        assertThat(body).contains("alt=\"会议现场\"", ">通知.pdf</a>");
        Matcher address = ADDRESS.matcher(body);
        assertThat(address.find()).isTrue();
        String picture = address.group();
        assertThat(platform.api().page(picture).status()).isEqualTo(404);

        Province.publish(platform, admin, id);
        try (Visit visit = Visit.of(platform, 390)) {
            Page page = visit.open("/sites/5200000001/articles/" + id).page();
            assertThat(page.locator(".attachments")).containsText("通知.pdf");
            assertThat((Boolean) page.locator(".body img").evaluate("img => img.decode().then(() => true)"))
                    .isTrue();
            visit.look("portal-attachments");
            visit.assertNoSidewaysScroll();
            visit.assertQuiet();
        }
        Api.Answer shown = platform.api().page(picture);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Security-Policy")).contains("sandbox");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(platform.api().page(picture.replace(".jpg", "-480.jpg")).status())
                .isEqualTo(200);
        Province.withdraw(admin, id);
        assertThat(platform.api().page(picture).status()).isEqualTo(404);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(100, 100, 900, 400);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
