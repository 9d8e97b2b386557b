package org.jutong.columns;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The meta tags that every page of a government site carries, under the names that the standard gives them. Source:
 * 国办发〔2017〕47号. Values are plain text; whoever writes them into a page escapes them. Stateless.
 */
public final class PageTags {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private PageTags() {}

    /** A meta tag. */
    public record Tag(String name, String content) {}

    /**
     * The tags of every page.
     *
     * @throws IllegalArgumentException naming the tag, where a value is blank
     */
    public static List<Tag> site(String siteName, String siteDomain, String siteIdCode) {
        return List.of(
                required("SiteName", siteName), required("SiteDomain", siteDomain), required("SiteIDCode", siteIdCode));
    }

    /**
     * The tags of a column's page and of the articles in it.
     *
     * @throws IllegalArgumentException naming the tag, where a value is blank
     */
    public static List<Tag> column(String name, String description, String keywords, String type) {
        return List.of(
                required("ColumnName", name),
                required("ColumnDescription", description),
                required("ColumnKeywords", keywords),
                required("ColumnType", type));
    }

    /**
     * The tags of an article's page. PubDate is in Beijing time, to the minute.
     *
     * @throws IllegalArgumentException naming the tag, where a required value is missing or blank
     */
    public static List<Tag> article(
            String title,
            Instant pubDate,
            String source,
            Optional<String> keywords,
            Optional<String> author,
            Optional<String> description,
            Optional<String> image,
            Optional<String> url) {
        List<Tag> tags = new ArrayList<>();
        tags.add(required("ArticleTitle", title));
        tags.add(required("PubDate", pubDate == null ? null : MINUTE.format(pubDate)));
        tags.add(required("ContentSource", source));
        optional(tags, "Keywords", keywords);
        optional(tags, "Author", author);
        optional(tags, "Description", description);
        optional(tags, "Image", image);
        optional(tags, "Url", url);
        return List.copyOf(tags);
    }

    private static Tag required(String name, String content) {
        if (content == null || content.isBlank()) {
            throw new IllegalArgumentException("The page tag " + name + " must not be empty");
        }
        return new Tag(name, content);
    }

    private static void optional(List<Tag> tags, String name, Optional<String> content) {
        content.filter(c -> !c.isBlank()).ifPresent(c -> tags.add(new Tag(name, c)));
    }
}
