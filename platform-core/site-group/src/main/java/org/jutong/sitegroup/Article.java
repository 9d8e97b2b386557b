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
 * @param contentClass picks the route of its reviews
 * @param correction of a published one: where the corrected text stands that readers do not see yet ({@code DRAFT},
 *     {@code IN_REVIEW} or {@code APPROVED}); empty where none is written
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
        Document document,
        ContentClass contentClass,
        Optional<State> correction) {

    /** One of the usual class that nobody is correcting. */
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
            int version,
            Document document) {
        this(
                id,
                owner,
                title,
                source,
                author,
                body,
                state,
                column,
                published,
                version,
                document,
                ContentClass.B,
                Optional.empty());
    }

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

    /** The same article with another text. */
    public Article saying(Articles.Draft text) {
        return new Article(
                id,
                owner,
                text.title(),
                text.source(),
                text.author(),
                text.body(),
                state,
                text.column(),
                published.or(text::published),
                version,
                text.document(),
                text.contentClass(),
                correction);
    }

    /** Where its newest text stands: that of the article, or of the correction where there is one. */
    public State stands() {
        return correction.orElse(state);
    }

    /** How far an article is on its way to readers. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Submitted; the reviews are under way. */
        IN_REVIEW,
        /** All reviews are passed; it waits for its time or for somebody to publish it. */
        APPROVED,
        /** Public. */
        PUBLISHED,
        /** Was public. */
        WITHDRAWN
    }
}
