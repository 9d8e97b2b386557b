package org.jutong.search.internal.attached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;

class ReaderProcessTest {

    private static final String CLASSES = System.getProperty("java.class.path");

    @Test
    void aFileThatEatsMemoryCostsTheProcessAlone() throws Exception {
        try (ReaderProcess reader = new ReaderProcess(() -> CLASSES, Duration.ofSeconds(30))) {
            assertThat(reader.words(AttachedKind.PDF, bomb())).isEmpty();
            assertThat(reader.words(AttachedKind.DOCX, docx("应急"))).isEqualTo("应急");
            reader.rest();
            assertThat(reader.words(AttachedKind.DOCX, docx("预案"))).isEqualTo("预案");
        }
    }

    @Test
    void aFileThatTakesTooLongHasNoWords() throws Exception {
        try (ReaderProcess reader = new ReaderProcess(() -> CLASSES, Duration.ofMillis(1))) {
            assertThat(reader.words(AttachedKind.PDF, bomb())).isEmpty();
        }
    }

    @Test
    void whereNoProcessStartsNothingIsTakenForUnreadable() {
        try (ReaderProcess reader = new ReaderProcess(() -> "nowhere", Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> reader.words(AttachedKind.DOCX, docx("应急")))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    ("<w:p xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:t>" + text + "</w:t></w:p>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** A page of half a gigabyte in half a megabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            byte[] blanks = "(a) Tj ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream to = content.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < 700; i++) {
                    to.write(blanks);
                }
            }
            page.setContents(content);
            document.save(out);
        }
        return out.toByteArray();
    }
}
