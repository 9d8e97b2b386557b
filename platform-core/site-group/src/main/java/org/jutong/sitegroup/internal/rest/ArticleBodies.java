package org.jutong.sitegroup.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.Pushes.Push;
import org.jutong.sitegroup.internal.rest.FindingBodies.FoundView;

/** The shapes of articles and pushes on REST. */
public final class ArticleBodies {

    private ArticleBodies() {}

    /** An article; without {@code body} in a list. */
    public record ArticleView(
            long id,
            String owner,
            String title,
            String source,
            String author,
            String body,
            String column,
            Instant published,
            String documentNumber,
            String indexNumber,
            String subjectClass,
            String contentClass,
            String state,
            String correction,
            int version,
            String url,
            List<FoundView> findings) {

        static ArticleView of(Article article) {
            return of(article, article.body(), null);
        }

        /** With what the linter has to say of it all the same. */
        static ArticleView of(Article article, List<FoundView> findings) {
            return of(article, article.body(), findings);
        }

        static ArticleView line(Article article) {
            return of(article, null, null);
        }

        private static ArticleView of(Article a, String body, List<FoundView> findings) {
            return new ArticleView(
                    a.id(),
                    a.owner().value(),
                    a.title(),
                    a.source(),
                    a.author(),
                    body,
                    a.column(),
                    a.published().orElse(null),
                    a.document().number().orElse(null),
                    a.document().index().orElse(null),
                    a.document().subject().orElse(null),
                    a.contentClass().name(),
                    name(a.state()),
                    a.correction().map(ArticleBodies::name).orElse(null),
                    a.version(),
                    "/sites/" + a.owner().value() + "/articles/" + a.id(),
                    findings);
        }
    }

    /** A page of articles. */
    public record ArticleList(List<ArticleView> items, String next) {}

    /** What an editor fills in; {@code version} when an article is changed. */
    public record ArticleRequest(
            String title,
            String source,
            String author,
            String body,
            String column,
            String published,
            String documentNumber,
            String indexNumber,
            String subjectClass,
            String contentClass,
            Integer version) {

        static final ArticleRequest EMPTY =
                new ArticleRequest(null, null, null, null, null, null, null, null, null, null, null);

        Draft draft() {
            return new Draft(
                    title,
                    source,
                    author,
                    body,
                    column,
                    Page.text(published).map(given -> time("published", given)),
                    new Document(Page.text(documentNumber), Page.text(indexNumber), Page.text(subjectClass)),
                    Page.text(contentClass).map(ArticleRequest::contentClass).orElse(ContentClass.B));
        }

        private static ContentClass contentClass(String given) {
            try {
                return ContentClass.valueOf(given);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("content_class_unknown", "contentClass");
            }
        }
    }

    /** @throws Problem {@code published_invalid} for the field */
    static Instant time(String field, String given) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(given);
            if (time.getYear() < 1900 || time.getYear() > 9998) {
                throw Problem.invalid("published_invalid", field);
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("published_invalid", field);
        }
    }

    /** A word as REST says it. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A line of what is published. */
    public record PublishedEntry(long id, String title, Instant published) {}

    /** What is published on a site. */
    public record PublishedList(List<PublishedEntry> items, String next) {}

    /** Where to push an article. */
    public record PushRequest(String subtree, String column) {}

    /** A push. */
    public record PushView(
            long id,
            long article,
            String subtree,
            int placed,
            int present,
            int waiting,
            int leftOut,
            String by,
            Instant at) {
        static PushView of(Push p) {
            return new PushView(
                    p.id(),
                    p.article(),
                    p.subtree().value(),
                    p.placed(),
                    p.present(),
                    p.waiting(),
                    p.leftOut(),
                    p.by(),
                    p.at());
        }
    }

    /** The request's body, or an empty one, whose missing fields are then named. */
    static ArticleRequest given(ArticleRequest request) {
        return Optional.ofNullable(request).orElse(ArticleRequest.EMPTY);
    }
}
