package org.jutong.sitegroup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article.Document;
import org.osgi.annotation.versioning.ProviderType;

/** Writing and publishing articles, as an editor does. Bodies are sanitized on the way in. Thread-safe. */
@ProviderType
public interface Articles {

    /**
     * Writes a draft. Permission {@code article.write} on the site.
     *
     * @throws org.jutong.plugin.Problem {@code title_missing}, {@code title_too_long} (200 characters),
     *     {@code source_missing}, {@code body_missing}, {@code body_too_long} (200,000 characters) (400),
     *     {@code column_not_found} (404); {@code index_number_assigned_here} (400) for an index number that only the
     *     platform gives, {@code index_number_taken} (409) for one that another document has
     */
    default Article write(Actor by, SiteCode site, Draft draft) {
        return write(by, site, draft, Optional.empty());
    }

    /**
     * {@link #write(Actor, SiteCode, Draft)} that may safely be repeated.
     *
     * @param idempotencyKey at most 64 characters; the same key by the same person returns the article that it made
     * @throws org.jutong.plugin.Problem also {@code idempotency_key_taken} (409) where the key made another site's
     */
    Article write(Actor by, SiteCode site, Draft draft, Optional<String> idempotencyKey);

    /**
     * Writes a new version of its text. One that is submitted or approved is a draft again. Of a published one it is a
     * correction: readers go on seeing what is public until it has passed its reviews. The same text changes nothing.
     * Permission {@code article.write} on the owning site.
     *
     * @param version that of {@link Article#version()} which the editor saw
     * @throws org.jutong.plugin.Problem {@code version_conflict} (409), with who and when, where somebody was faster;
     *     {@code publication_time_fixed} (409) where it was published before, at another minute than the draft says;
     *     {@code index_number_fixed} (409) where it was published under another index number
     */
    Article revise(Actor by, long id, int version, Draft draft);

    /**
     * Writes a new version with asterisks in the identity and mobile numbers of its title, author and body; one without any
     * stays as it is. Permission {@code article.write}.
     *
     * @param version that of {@link Article#version()} which the editor saw
     * @throws org.jutong.plugin.Problem as {@link #revise}
     */
    Article mask(Actor by, long id, int version);

    /**
     * Throws away the correction that readers do not see yet; a review of it ends, its versions can still be restored.
     * Permission {@code article.write}.
     *
     * @param version that of {@link Article#version()} which the editor saw
     * @throws org.jutong.plugin.Problem {@code no_correction}, {@code version_conflict} (409), {@code article_not_found} (404)
     */
    Article discard(Actor by, long id, int version);

    /**
     * Publishes what has passed its reviews: an article in its column on its own site, a correction wherever the article
     * is placed. A document without an index number gets the next one of its organisation and year. Permission {@code
     * article.publish}. Publishing twice changes nothing.
     *
     * @throws org.jutong.plugin.Problem {@code article_not_approved} (409) naming the review that is missing;
     *     {@code lint_failed} (422) with what is wrong, where it breaks a rule of the column standard that holds up
     *     publishing
     */
    Article publish(Actor by, long id);

    /**
     * Takes it off every site at once; a correction that was under way is the article's text from then on. One that is not
     * published stays as it is. Permission {@code article.publish}.
     *
     * @throws org.jutong.plugin.Problem {@code reason_missing}, {@code reason_too_long} (400)
     */
    Article withdraw(Actor by, long id, String reason);

    /**
     * The article with its newest text, for editors and those who review it.
     *
     * @throws org.jutong.plugin.Problem {@code article_not_found} (404), also for one the actor may not read
     */
    Article get(Actor by, long id);

    /** Articles that the site owns, newest first, ids below {@code before} where it is given. Permission {@code article.write}. */
    List<Article> owned(Actor by, SiteCode site, Optional<Long> before, int limit);

    /**
     * What an editor fills in.
     *
     * @param published the time to show; empty for the time of publishing
     * @param document what is known of the official document that it is
     * @param contentClass picks the route of its reviews
     */
    record Draft(
            String title,
            String source,
            String author,
            String body,
            String column,
            Optional<Instant> published,
            Document document,
            ContentClass contentClass) {

        /** One of the usual class. */
        public Draft(
                String title,
                String source,
                String author,
                String body,
                String column,
                Optional<Instant> published,
                Document document) {
            this(title, source, author, body, column, published, document, ContentClass.B);
        }

        /** One that is no official document. */
        public Draft(
                String title, String source, String author, String body, String column, Optional<Instant> published) {
            this(title, source, author, body, column, published, Document.NONE);
        }

        /** What the article says now. */
        public static Draft of(Article article) {
            return new Draft(
                    article.title(),
                    article.source(),
                    article.author(),
                    article.body(),
                    article.column(),
                    article.published(),
                    article.document(),
                    article.contentClass());
        }

        /** The same with another body. */
        public Draft withBody(String other) {
            return new Draft(title, source, author, other, column, published, document, contentClass);
        }

        /** The same with other facts of the document. */
        public Draft withDocument(Document other) {
            return new Draft(title, source, author, body, column, published, other, contentClass);
        }

        /** The same with another time to show. */
        public Draft withPublished(Optional<Instant> other) {
            return new Draft(title, source, author, body, column, other, document, contentClass);
        }
    }
}
