package org.jutong.sitegroup;

import java.time.Instant;
import java.util.Optional;
import org.jutong.plugin.SiteCode;

/**
 * An article; it exists once, on the site that owns it, and is shown wherever it is placed.
 *
 * @param id its number
 * @param owner the site that wrote it
 * @param title plain text
 * @param source where it came from (tag ContentSource)
 * @param author the author line, may be empty
 * @param body sanitized HTML
 * @param state whether it is public
 * @param column the owner's column that it is meant for
 * @param published the time shown to readers; empty for a draft without one
 * @param version grows with each change; a change must name the one it saw
 * @param document what is known of the official document that it is
 */
public record Article(
        long id,
        SiteCode owner,
        String title,
        String source,
        String author,
        String body,
        State state,
        String column,
        Optional<Instant> published,
        int version,
        Document document) {

    /** One that is no official document. */
    public Article(
            long id,
            SiteCode owner,
            String title,
            String source,
            String author,
            String body,
            State state,
            String column,
            Optional<Instant> published,
            int version) {
        this(id, owner, title, source, author, body, state, column, published, version, Document.NONE);
    }

    /**
     * What an official document (公文) is filed under; empty where the article is none.
     *
     * @param number 发文字号, such as 国办发〔2017〕47号
     * @param index 索引号, such as 000014349/2017-00110
     * @param subject 主题分类, such as 综合政务\\电子政务
     */
    public record Document(Optional<String> number, Optional<String> index, Optional<String> subject) {

        /** None. */
        public static final Document NONE = new Document(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether an article is public. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
