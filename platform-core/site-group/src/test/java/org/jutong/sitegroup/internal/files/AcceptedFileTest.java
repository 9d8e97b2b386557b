package org.jutong.sitegroup.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jutong.sitegroup.internal.Refusals.refusal;
import static org.jutong.sitegroup.internal.files.SampleFiles.bytes;
import static org.jutong.sitegroup.internal.files.SampleFiles.docx;
import static org.jutong.sitegroup.internal.files.SampleFiles.joined;
import static org.jutong.sitegroup.internal.files.SampleFiles.ole;
import static org.jutong.sitegroup.internal.files.SampleFiles.pdf;
import static org.jutong.sitegroup.internal.files.SampleFiles.photograph;
import static org.jutong.sitegroup.internal.files.SampleFiles.picture;
import static org.jutong.sitegroup.internal.files.SampleFiles.zip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jutong.sitegroup.internal.store.ArticleFileRows.Sized;

class AcceptedFileTest {

    private static final String CONTRADICTS = "file_content_contradicts_name";
    private static final String SCRIPT = "<html><script>alert(1)</script></html>";

    @ParameterizedTest
    @MethodSource
    void isTakenByWhatItIs(String name, byte[] content, String type) {
        AcceptedFile accepted = AcceptedFile.of(name, content);
        assertThat(accepted.sized().get(0).content().type()).isEqualTo(type);
        assertThat(accepted.sized().get(0).content().name()).isEqualTo(name);
        assertThat(accepted.name()).matches("[a-z2-7]{26}\\.[a-z0-9]{2,4}");
        assertThat(AcceptedFile.of(name, content).name()).isNotEqualTo(accepted.name());
    }

    static Stream<Arguments> isTakenByWhatItIs() {
        return Stream.of(
                Arguments.of("通知.PDF", pdf(), "application/pdf"),
                Arguments.of("表.doc", ole("WordDocument"), "application/msword"),
                Arguments.of("表.wps", ole("WordDocument"), "application/msword"),
                Arguments.of("表.xls", ole("Workbook"), "application/vnd.ms-excel"),
                Arguments.of("版式.ofd", zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd"),
                Arguments.of("全部.zip", zip("一.pdf"), "application/zip"),
                Arguments.of("说明.txt", bytes("\uFEFF说明"), "text/plain"),
                Arguments.of("说明.txt", "说明书".getBytes(Charset.forName("GB18030")), "text/plain"),
                Arguments.of("图.png", picture("png", 4, 4), "image/png"),
                Arguments.of("图.gif", picture("gif", 4, 4), "image/gif"),
                Arguments.of("图.jpeg", picture("jpeg", 4, 4), "image/jpeg"));
    }

    @ParameterizedTest
    @MethodSource
    void isRefusedWhereItIsSomethingElse(String name, byte[] content, String code) {
        assertThat(refusal(() -> AcceptedFile.of(name, content))).isEqualTo(code);
    }

    static Stream<Arguments> isRefusedWhereItIsSomethingElse() {
        byte[] gif = picture("gif", 4, 4);
        return Stream.of(
                Arguments.of("图.svg", bytes("<svg onload=\"alert(1)\"/>"), "file_type_not_allowed"),
                Arguments.of("页.html", bytes(SCRIPT), "file_type_not_allowed"),
                Arguments.of("run.exe", bytes("MZ"), "file_type_not_allowed"),
                Arguments.of("无", bytes("x"), "file_type_not_allowed"),
                Arguments.of("a/b.pdf", pdf(), "file_name_invalid"),
                Arguments.of("表.docx", zip("其它.xml"), CONTRADICTS),
                Arguments.of("表.doc", docx(), CONTRADICTS),
                Arguments.of("表.xls", ole("WordDocument"), CONTRADICTS),
                Arguments.of("图.png", gif, CONTRADICTS),
                Arguments.of("图.gif", bytes(SCRIPT), CONTRADICTS),
                Arguments.of("图.gif", bytes("GIF89a/*" + SCRIPT + "*/=1;alert(1)"), "picture_unreadable"),
                Arguments.of("图.gif", Arrays.copyOf(gif, 20), "picture_unreadable"),
                Arguments.of("说明.txt", bytes("  \n" + SCRIPT), CONTRADICTS),
                Arguments.of("说明.txt", docx(), CONTRADICTS),
                Arguments.of("通知.pdf", joined(bytes(SCRIPT), pdf()), CONTRADICTS),
                Arguments.of("通知.pdf", joined(zip("a"), pdf()), CONTRADICTS),
                Arguments.of("通知.pdf", joined(pdf(), zip("a")), CONTRADICTS),
                Arguments.of("全部.zip", joined(bytes(SCRIPT), zip("a")), CONTRADICTS),
                Arguments.of("全部.zip", joined(zip("a"), bytes(SCRIPT)), CONTRADICTS),
                Arguments.of("宏.docx", docx("word/vbaProject.bin"), "file_with_macros"),
                Arguments.of("宏.xls", joined(ole("Workbook"), ole("_VBA_PROJECT")), "file_with_macros"));
    }

    @Test
    void aPhotographLosesWhatTheCameraWroteAndStandsUpright() {
        byte[] taken = photograph(1200, 600);
        AcceptedFile accepted = AcceptedFile.of("现场.jpg", taken);
        assertThat(accepted.sized()).extracting(Sized::width, Sized::height).startsWith(tuple(600, 1200));
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("GPSLat");
        assertThat(accepted.sized())
                .allSatisfy(each -> assertThat(new String(each.content().bytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("GPSLat", "Exif"));
    }

    @Test
    void aLargePictureIsMadeSmallerAndASmallOneStaysAsItIs() {
        assertThat(AcceptedFile.of("大.jpg", picture("jpeg", 3000, 1500)).sized())
                .extracting(Sized::width, Sized::height)
                .containsExactly(tuple(2560, 1280), tuple(480, 240), tuple(960, 480));
        assertThat(AcceptedFile.of("小.png", picture("png", 400, 300)).sized())
                .extracting(Sized::width, Sized::height)
                .containsExactly(tuple(400, 300));
    }

    @Test
    void whatWasMadeAnewOnceStaysTheSame() {
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            byte[] once = AcceptedFile.of("图." + format.replace("jpeg", "jpg"), picture(format, 700, 500))
                    .sized()
                    .get(0)
                    .content()
                    .bytes();
            byte[] twice = AcceptedFile.of("图." + format.replace("jpeg", "jpg"), once)
                    .sized()
                    .get(0)
                    .content()
                    .bytes();
            assertThat(twice).as(format).isEqualTo(once);
        }
    }

    @Test
    void whatIsHiddenBehindAPictureIsGone() {
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            byte[] hiding = joined(picture(format, 50, 50), bytes(SCRIPT), zip("a"));
            byte[] stored = AcceptedFile.of("图." + format.replace("jpeg", "jpg"), hiding)
                    .sized()
                    .get(0)
                    .content()
                    .bytes();
            assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                    .as(format)
                    .doesNotContain("script");
        }
    }

    /** 50,000 by 50,000 pixels in a head of a few bytes. */
    @Test
    void aPictureThatUnpacksToFarTooMuchIsRefusedUnread() {
        byte[] png = picture("png", 4, 4);
        png[18] = (byte) 0xC3;
        png[19] = 0x50;
        png[22] = (byte) 0xC3;
        png[23] = 0x50;
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (sum.getValue() >> 24 - 8 * i);
        }
        assertThat(refusal(() -> AcceptedFile.of("图.png", png))).isEqualTo("picture_too_large");
    }
}
