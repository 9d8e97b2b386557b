package org.jutong.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.jutong.itests.platform.Api;
import org.jutong.itests.platform.Eventually;
import org.jutong.itests.platform.Platform;
import org.jutong.itests.platform.Shared;

/** The words of an attachment lead to its article, as long as readers have it. */
@Tag("database")
class SearchIT {

    private static final String PDF_WORDS = "quarterlyinspection";

    private final Platform platform = Shared.platform();
    private final Api admin = platform.admin();

    @Test
    void attachmentsAreFoundWhileTheirArticleIsPublic() throws Exception {
        Api.Answer written = admin.post("/sites/" + Province.PROVINCE + "/articles", Province.draft("带附件的通知"));
        long id = written.json().path("id").asLong();
        String form = attach(id, "预案.docx", docx("水库堤坝应急调度预案"));
        String plan = attach(id, "plan.pdf", pdf());
        String body = "<p>见附件</p><p><a href=\"" + form + "\">预案</a><a href=\"" + plan + "\">plan</a></p>";
        JsonNode article = admin.get("/articles/" + id).json();
        Map<String, Object> changed = new HashMap<>(Province.draft("带附件的通知"));
        changed.put("body", body);
        changed.put("version", article.path("version").asInt());
        Api.Answer put = admin.put("/articles/" + id, changed);
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(find("堤坝应急调度").path("total").asInt()).isZero();

        Api.Answer published = Province.publish(platform, admin, id);
        assertThat(published.status()).as(published.text()).isLessThan(300);
        Eventually.holds(() -> find("堤坝应急调度").path("total").asInt() == 1, "the DOCX has been read");
        JsonNode hit = find("堤坝应急调度").path("items").path(0);
        assertThat(hit.path("attachment").path("name").asText()).isEqualTo("预案.docx");
        assertThat(hit.path("attachment").path("path").asText()).isEqualTo(form);
        assertThat(hit.path("excerpt").asText()).contains("<em>");
        Eventually.holds(() -> find(PDF_WORDS).path("total").asInt() == 1, "the PDF has been read");
        assertThat(platform.api()
                        .page("/sites/" + Province.PROVINCE + "/search?q=" + PDF_WORDS)
                        .text())
                .contains("<a href=\"" + plan + "\">plan.pdf</a>");

        Province.withdraw(admin, id);
        Eventually.holds(() -> find(PDF_WORDS).path("total").asInt() == 0, "withdrawn");
    }

    private JsonNode find(String words) {
        return platform.api()
                .get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .json();
    }

    private String attach(long article, String name, byte[] content) {
        Api.Answer kept = admin.call(
                "POST",
                "/api/v1/articles/" + article + "/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                content,
                "application/octet-stream");
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        return "/sites/" + Province.PROVINCE + "/files/"
                + kept.json().path("name").asText();
    }

    private static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                                    + "<w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** Without a table of its objects, which readers then make themselves. */
    private static byte[] pdf() {
        String show = "BT /F 12 Tf 72 700 Td (" + PDF_WORDS + ") Tj ET";
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F"
                        + " 5 0 R>>>>>>endobj\n4 0 obj<</Length " + show.length() + ">>stream\n" + show
                        + "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
                        + "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
