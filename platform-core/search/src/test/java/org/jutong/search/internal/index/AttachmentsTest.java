package org.jutong.search.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jutong.search.internal.index.Indexed.PROVINCE;
import static org.jutong.search.internal.index.Indexed.on;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jutong.search.Found;
import org.jutong.search.Found.Hit;
import org.jutong.search.Question;

class AttachmentsTest {

    private static final String NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir
    Path folder;

    private Indexed indexed;
    private IndexedSearch search;

    @BeforeEach
    void open() throws Exception {
        indexed = new Indexed(folder.resolve("search"));
        search = indexed.search();
        indexed.publish(1, "关于开展普查的通知", "<p>正文</p>", on(PROVINCE, "news"));
        indexed.keeper.follow();
    }

    @AfterEach
    void close() {
        indexed.close();
    }

    @Test
    void wordsOfAttachmentsAreFoundAndTheHitNamesTheFile() throws Exception {
        indexed.attach(1, "plan.pdf", pdf("Quarterly inspection of reservoirs"));
        indexed.attach(1, "表格.docx", docx("<w:p><w:r><w:t>应急预</w:t></w:r><w:r><w:t>案&lt;b&gt;</w:t></w:r></w:p>"));
        indexed.attach(1, "more.docx", docx("<w:p><w:t>正文</w:t></w:p>"));
        indexed.keeper.follow();
        assertThat(hits("reservoirs")).as("nobody has read it yet").isEmpty();
        assertThat(hits("普查")).as("but its article waits for nothing").hasSize(1);

        assertThat(indexed.keeper.readSome()).isTrue();
        assertThat(indexed.keeper.readSome()).isFalse();
        Hit plan = hits("reservoirs").get(0);
        assertThat(plan.attachment()).contains(new Found.Attachment("plan.pdf", "public-plan.pdf"));
        assertThat(plan.excerpt()).contains("inspection of <em>reservoirs</em>");
        Hit form = hits("\"应急预案\"").get(0);
        assertThat(form.attachment().map(Found.Attachment::name)).contains("表格.docx");
        assertThat(form.excerpt()).isEqualTo("<em>应急预案</em>&lt;b&gt;");
        assertThat(hits("正文").get(0).attachment())
                .as("it is in the article itself")
                .isEmpty();
        assertThat(hits("普查 应急预案")).hasSize(1);
    }

    @Test
    void whatIsNoLongerPublicIsGone() throws Exception {
        indexed.attach(1, "plan.pdf", pdf("reservoirs"));
        read();
        assertThat(hits("reservoirs")).hasSize(1);
        indexed.files.remove(1L);
        indexed.publish(1, "关于开展普查的通知", "<p>正文</p>", on(PROVINCE, "news"));
        indexed.keeper.follow();
        assertThat(hits("reservoirs")).isEmpty();

        indexed.attach(1, "plan.pdf", pdf("reservoirs"));
        indexed.keeper.follow();
        assertThat(hits("reservoirs")).as("its words are known").hasSize(1);
        indexed.withdraw(1);
        indexed.keeper.follow();
        assertThat(hits("reservoirs")).isEmpty();
    }

    @Test
    void aContentIsReadOnceHoweverOftenTheIndexIsBuilt() throws Exception {
        indexed.attach(1, "plan.pdf", pdf("reservoirs"));
        read();
        indexed.contents.clear();
        indexed.keeper.rebuild();
        assertThat(indexed.keeper.readSome()).isFalse();
        assertThat(hits("reservoirs")).hasSize(1);
        indexed.attach(1, "more.docx", docx("<w:p><w:t>应急预案</w:t></w:p>"));
        read();
        assertThat(hits("reservoirs 应急预案")).hasSize(1);
    }

    @Test
    void afterARestartTheReadingGoesOn() throws Exception {
        indexed.attach(1, "plan.pdf", pdf("reservoirs"));
        indexed.keeper.follow();
        indexed.keeper.stop();
        indexed.start(indexed.folder());
        search = indexed.search();
        read();
        assertThat(hits("reservoirs")).hasSize(1);
    }

    @Test
    void whatIsBrokenOrHostileHasNoWordsAndStopsNothing() throws Exception {
        byte[] whole = pdf("reservoirs");
        indexed.attach(1, "broken.pdf", java.util.Arrays.copyOf(whole, whole.length / 3));
        indexed.attach(1, "empty.docx", new byte[] {'P', 'K', 3, 4});
        indexed.attach(
                1,
                "entity.docx",
                zip("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:d xmlns:w=\"" + NAMES
                        + "\"><w:t>&e;root</w:t></w:d>"));
        indexed.attach(
                1,
                "laughs.docx",
                zip("<!DOCTYPE d [<!ENTITY a \"" + "ha".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                        + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]><w:d xmlns:w=\"" + NAMES
                        + "\"><w:t>&c;</w:t></w:d>"));
        indexed.attach(1, "bomb.docx", docx("<w:p><w:t>" + " ".repeat(200_000_000) + "</w:t></w:p>"));
        indexed.attach(1, "good.docx", docx("<w:p><w:r><w:t>应急预案</w:t></w:r></w:p>"));
        read();
        assertThat(indexed.words.get("hash of broken.pdf")).isEmpty();
        assertThat(indexed.words.get("hash of empty.docx")).isEmpty();
        assertThat(indexed.words.get("hash of entity.docx")).doesNotContain("root:");
        assertThat(indexed.words.get("hash of laughs.docx")).hasSizeLessThan(10);
        assertThat(indexed.words.get("hash of bomb.docx")).isEmpty();
        assertThat(hits("应急预案")).hasSize(1);
    }

    @Test
    void ofALongTextTheBeginningCounts() throws Exception {
        indexed.attach(1, "long.docx", docx("<w:p><w:t>" + "长文".repeat(150_000) + "</w:t></w:p>"));
        read();
        assertThat(indexed.words.get("hash of long.docx")).hasSize(200_000);
    }

    private void read() throws Exception {
        indexed.keeper.follow();
        assertThat(indexed.keeper.readSome()).isTrue();
    }

    private List<Hit> hits(String words) {
        return search.find(Question.of(words).on(PROVINCE)).hits();
    }

    private static byte[] pdf(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(100, 700);
                content.showText(text);
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] docx(String body) throws IOException {
        return zip("<w:document xmlns:w=\"" + NAMES + "\"><w:body>" + body + "</w:body></w:document>");
    }

    private static byte[] zip(String main) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(main.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
