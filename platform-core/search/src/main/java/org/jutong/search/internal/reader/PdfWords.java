package org.jutong.search.internal.reader;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of a PDF. */
final class PdfWords {

    private static final int PAGES = 500;
    private static final int AT_ONCE = 10;

    private PdfWords() {}

    static String of(byte[] content) throws IOException {
        Words words = new Words();
        try (PDDocument document = Loader.loadPDF(content)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            int pages = Math.min(PAGES, document.getNumberOfPages());
            for (int first = 1; first <= pages && !words.isFull(); first += AT_ONCE) {
                stripper.setStartPage(first);
                stripper.setEndPage(Math.min(pages, first + AT_ONCE - 1));
                stripper.writeText(document, words);
            }
        }
        return words.toString();
    }
}
