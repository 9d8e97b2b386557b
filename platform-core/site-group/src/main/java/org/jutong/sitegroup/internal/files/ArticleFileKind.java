package org.jutong.sitegroup.internal.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jutong.plugin.Problem;

/** What an article may bring along: the end of the name says what it is, and the content has to be just that. */
enum ArticleFileKind {
    PDF("application/pdf", Contents::isPdf, "pdf"),
    DOC("application/msword", content -> Contents.isOle(content, "WordDocument"), "doc", "wps"),
    XLS("application/vnd.ms-excel", content -> Contents.isOle(content, "Workbook", "Book"), "xls", "et"),
    PPT("application/vnd.ms-powerpoint", content -> Contents.isOle(content, "PowerPoint Document"), "ppt", "dps"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            content -> Contents.isZipWith(content, "[Content_Types].xml", "word/document.xml"),
            "docx"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            content -> Contents.isZipWith(content, "[Content_Types].xml", "xl/workbook.xml"),
            "xlsx"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            content -> Contents.isZipWith(content, "[Content_Types].xml", "ppt/presentation.xml"),
            "pptx"),
    OFD("application/ofd", content -> Contents.isZipWith(content, "OFD.xml"), "ofd"),
    ZIP("application/zip", Contents::isZipWith, "zip"),
    TEXT("text/plain", Contents::isText, "txt"),
    CSV("text/csv", Contents::isText, "csv"),
    MP4("video/mp4", Contents::isMp4, "mp4"),
    JPEG("image/jpeg", content -> Contents.startsWith(content, 0xFF, 0xD8, 0xFF), "jpg", "jpeg"),
    PNG("image/png", content -> Contents.startsWith(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'), "png"),
    GIF("image/gif", content -> Contents.startsWith(content, 'G', 'I', 'F', '8'), "gif");

    private final String type;
    private final Predicate<byte[]> fits;
    private final List<String> endings;

    ArticleFileKind(String type, Predicate<byte[]> fits, String... endings) {
        this.type = type;
        this.fits = fits;
        this.endings = List.of(endings);
    }

    /**
     * @throws Problem {@code file_type_not_allowed}, {@code file_content_contradicts_name}, {@code file_with_macros} (415)
     */
    static ArticleFileKind of(String name, byte[] content) {
        String ending = ending(name);
        ArticleFileKind kind = Arrays.stream(values())
                .filter(each -> each.endings.contains(ending))
                .findFirst()
                .orElseThrow(() -> Problem.of(415, "file_type_not_allowed", name, ending.isEmpty() ? "?" : ending));
        if (!kind.fits.test(content)) {
            throw Problem.of(415, "file_content_contradicts_name", name);
        }
        if (Contents.hasMacros(content)) {
            throw Problem.of(415, "file_with_macros", name);
        }
        return kind;
    }

    String type() {
        return type;
    }

    boolean isPicture() {
        return type.startsWith("image/");
    }

    /** How files of this kind end in their addresses. */
    String ending() {
        return endings.get(0);
    }

    /** As the readers of pictures call it. */
    String format() {
        return type.substring(type.indexOf('/') + 1);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
