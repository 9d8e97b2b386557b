package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.Versions.Version;

/** A text of an article. The one in the article's own row has no row here before another one takes its place. */
@Entity(name = "ArticleVersion")
@Table(name = "SG_ARTICLE_VERSION")
@IdClass(VersionRow.Key.class)
class VersionRow {

    @Id
    private long article;

    @Id
    @Column(name = "NUM")
    private int number;

    private String title;

    private String source;

    private String author;

    @Lob
    private String body;

    @Column(name = "COL_KEY")
    private String column;

    @Convert(converter = BeijingTime.class)
    private Instant published;

    @Column(name = "DOCUMENT_NUMBER")
    private String documentNumber;

    @Column(name = "INDEX_NUMBER")
    private String indexNumber;

    @Column(name = "SUBJECT_CLASS")
    private String subjectClass;

    @Column(name = "CONTENT_CLASS")
    private String contentClass;

    @Column(name = "WRITTEN_BY")
    private String by;

    @Column(name = "WRITTEN_AT")
    @Convert(converter = BeijingTime.class)
    private Instant at;

    private String note;

    protected VersionRow() {}

    VersionRow(long article, int number, Draft text, String by, Instant at, String note) {
        this.article = article;
        this.number = number;
        this.title = text.title();
        this.source = text.source();
        this.author = text.author();
        this.body = text.body();
        this.column = text.column();
        this.published = text.published().orElse(null);
        this.documentNumber = text.document().number().orElse(null);
        this.indexNumber = text.document().index().orElse(null);
        this.subjectClass = text.document().subject().orElse(null);
        this.contentClass = text.contentClass().name();
        this.by = by;
        this.at = at;
        this.note = note;
    }

    Draft text() {
        return new Draft(
                title,
                source,
                author,
                body,
                column,
                Optional.ofNullable(published),
                new Document(
                        Optional.ofNullable(documentNumber),
                        Optional.ofNullable(indexNumber),
                        Optional.ofNullable(subjectClass)),
                ContentClass.valueOf(contentClass));
    }

    Version version(boolean shown) {
        return new Version(
                article, number, text(), by, at, Optional.ofNullable(note).orElse(""), shown);
    }

    int number() {
        return number;
    }

    String by() {
        return by;
    }

    Instant at() {
        return at;
    }

    String note() {
        return note;
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long article;
        private int number;

        /** For JPA. */
        public Key() {}

        Key(long article, int number) {
            this.article = article;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && article == that.article && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(article, number);
        }
    }
}
