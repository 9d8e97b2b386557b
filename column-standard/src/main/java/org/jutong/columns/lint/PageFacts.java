package org.jutong.columns.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.columns.PageKind;

/**
 * What the linter needs to know of a page. Whoever has the page reads it out; what was not looked at is left empty and not
 * judged. Immutable.
 *
 * @param address the page's path on its site; with the rule it addresses a finding
 * @param kind what page it is
 * @param host the host name of the site; links to it do not leave
 * @param tags contents of the meta elements by name; empty where they were not read
 * @param footer what the foot shows, by item; empty where it was not read. An item without a value is not there
 * @param times times as the page shows them
 * @param documentNumber 发文字号
 * @param indexNumber 索引号
 * @param subjectClass 主题分类
 * @param links the page's links
 */
public record PageFacts(
        String address,
        PageKind kind,
        String host,
        Optional<Map<String, String>> tags,
        Optional<Map<FooterItem, String>> footer,
        List<String> times,
        Optional<String> documentNumber,
        Optional<String> indexNumber,
        Optional<String> subjectClass,
        List<Link> links) {

    /**
     * A link.
     *
     * @param href its address as it is written
     * @param marked whether whoever follows it is told that they are leaving
     */
    public record Link(String href, boolean marked) {}

    public PageFacts {
        tags = tags.map(Map::copyOf);
        footer = footer.map(Map::copyOf);
        times = List.copyOf(times);
        links = List.copyOf(links);
    }

    /** A page of which nothing was looked at yet. */
    public static PageFacts of(String address, PageKind kind, String host) {
        return new PageFacts(
                address,
                kind,
                host,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same page with these meta elements. */
    public PageFacts withTags(Map<String, String> read) {
        return new PageFacts(
                address,
                kind,
                host,
                Optional.of(read),
                footer,
                times,
                documentNumber,
                indexNumber,
                subjectClass,
                links);
    }

    /** The same page with this foot. */
    public PageFacts withFooter(Map<FooterItem, String> read) {
        return new PageFacts(
                address, kind, host, tags, Optional.of(read), times, documentNumber, indexNumber, subjectClass, links);
    }

    /** The same page showing these times. */
    public PageFacts withTimes(List<String> read) {
        return new PageFacts(address, kind, host, tags, footer, read, documentNumber, indexNumber, subjectClass, links);
    }

    /** The same page as that of a document; what the document does not have is empty. */
    public PageFacts withDocument(Optional<String> number, Optional<String> index, Optional<String> subject) {
        return new PageFacts(address, kind, host, tags, footer, times, number, index, subject, links);
    }

    /** The same page with these links. */
    public PageFacts withLinks(List<Link> read) {
        return new PageFacts(address, kind, host, tags, footer, times, documentNumber, indexNumber, subjectClass, read);
    }
}
