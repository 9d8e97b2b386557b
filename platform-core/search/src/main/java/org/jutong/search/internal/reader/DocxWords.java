package org.jutong.search.internal.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a DOCX: those of its main part, where runs of text are {@code w:t} in paragraphs {@code w:p} (ECMA-376). */
final class DocxWords {

    private static final String MAIN = "word/document.xml";
    private static final String NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT_NAMES = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private DocxWords() {}

    static String of(byte[] content) throws IOException, XMLStreamException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(MAIN)) {
                    return words(zip);
                }
            }
        }
        return "";
    }

    private static String words(InputStream main) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(main);
        Words words = new Words();
        boolean text = false;
        try {
            while (xml.hasNext() && !words.isFull()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        text = is(xml, "t");
                        if (is(xml, "tab") || is(xml, "br")) {
                            words.write(new char[] {' '}, 0, 1);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        text = false;
                        if (is(xml, "p")) {
                            words.write(new char[] {'\n'}, 0, 1);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (text) {
                            words.write(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        }
                    }
                    default -> {}
                }
            }
            return words.toString();
        } catch (XMLStreamException broken) {
            return words.toString();
        }
    }

    private static boolean is(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name)
                && (NAMES.equals(xml.getNamespaceURI()) || STRICT_NAMES.equals(xml.getNamespaceURI()));
    }
}
