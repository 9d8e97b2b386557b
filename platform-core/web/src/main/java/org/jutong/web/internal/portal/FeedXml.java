package org.jutong.web.internal.portal;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jutong.web.internal.portal.Feeds.Feed;
import org.jutong.web.internal.portal.Feeds.Item;

/** Feeds as Atom and RSS. */
final class FeedXml {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private FeedXml() throws XMLStreamException {
        this.xml = FACTORY.createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    static String atom(Feed feed) {
        try {
            return new FeedXml().writeAtom(feed);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    static String rss(Feed feed) {
        try {
            return new FeedXml().writeRss(feed);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private String writeAtom(Feed feed) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element("id", feed.self() + ".atom");
        element("title", feed.title());
        element("updated", feed.updated().toString());
        link("alternate", feed.home());
        link("self", feed.self() + ".atom" + (feed.page() > 1 ? "?page=" + feed.page() : ""));
        if (feed.next() > 0) {
            link("next", feed.self() + ".atom?page=" + feed.next());
        }
        for (Item item : feed.items()) {
            xml.writeStartElement("entry");
            element("id", item.url());
            element("title", item.article().title());
            link("alternate", item.url());
            element("published", item.published().toString());
            element("updated", item.published().toString());
            xml.writeStartElement("author");
            element("name", item.article().source());
            xml.writeEndElement();
            element("summary", item.summary());
            xml.writeStartElement("content");
            xml.writeAttribute("type", "html");
            xml.writeCharacters(clean(item.html()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        return end();
    }

    private String writeRss(Feed feed) throws XMLStreamException {
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        element("title", feed.title());
        element("link", feed.home());
        element("description", feed.title());
        element("language", "zh-cn");
        element(
                "lastBuildDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(feed.updated().atOffset(ZoneOffset.UTC)));
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        xml.writeAttribute("href", feed.self() + ".rss");
        for (Item item : feed.items()) {
            xml.writeStartElement("item");
            element("title", item.article().title());
            element("link", item.url());
            element("guid", item.url());
            element(
                    "pubDate",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(item.published().atOffset(ZoneOffset.UTC)));
            element("description", item.html());
            xml.writeEndElement();
        }
        return end();
    }

    private String end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
        return text.toString();
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(value));
        xml.writeEndElement();
    }

    private void link(String rel, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", address);
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String clean(String value) {
        StringBuilder kept = new StringBuilder(value.length());
        value.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xd7ff
                        || c >= 0xe000 && c <= 0xfffd
                        || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
