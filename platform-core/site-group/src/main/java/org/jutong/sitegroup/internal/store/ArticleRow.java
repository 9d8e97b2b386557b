package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles.Draft;

@Entity(name = "Article")
@Table(name = "SG_ARTICLE")
class ArticleRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_ARTICLE_SEQ")
    @SequenceGenerator(name = "SG_ARTICLE_SEQ", sequenceName = "SG_ARTICLE_SEQ", allocationSize = 50)
    private long id;

    private String owner;

    private String title;

    private String source;

    private String author;

    @Lob
    private String body;

    private String state;

    @Column(name = "COL_KEY")
    private String column;

    @Convert(converter = BeijingTime.class)
    private Instant published;

    @Version
    private int version;

    @Column(name = "WRITTEN_AT")
    @Convert(converter = BeijingTime.class)
    private Instant writtenAt;

    @Column(name = "WRITTEN_BY")
    private String writtenBy;

    @Column(name = "CHANGED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant changedAt;

    @Column(name = "DOCUMENT_NUMBER")
    private String documentNumber;

    @Column(name = "INDEX_NUMBER")
    private String indexNumber;

    @Column(name = "SUBJECT_CLASS")
    private String subjectClass;

    @Column(name = "IDEMPOTENCY_KEY")
    private String idempotencyKey;

    /** The site of another platform that pushed it, where a package brought it along. */
    @Column(name = "RECEIVED_FROM")
    private String receivedFrom;

    protected ArticleRow() {}

    ArticleRow(SiteCode owner, Draft draft, String by, Instant at, String idempotencyKey) {
        this.owner = owner.value();
        this.state = Article.State.DRAFT.name();
        this.writtenBy = by;
        this.writtenAt = at;
        this.idempotencyKey = idempotencyKey;
        this.published = draft.published().orElse(null);
        fill(draft, at);
    }

    void fill(Draft draft, Instant at) {
        this.title = draft.title();
        this.source = draft.source();
        this.author = draft.author();
        this.body = draft.body();
        this.column = draft.column();
        this.documentNumber = draft.document().number().orElse(null);
        this.indexNumber = draft.document().index().orElse(null);
        this.subjectClass = draft.document().subject().orElse(null);
        this.changedAt = at;
        if (draft.published().isPresent() || !isPublished()) {
            this.published = draft.published().orElse(null);
        }
    }

    /** As a package has it: the times and the name are those of the platform that it comes from. */
    ArticleRow(SiteCode owner, PackedArticle packed) {
        this(owner, packed.draft(), packed.by(), packed.written(), null);
        if (packed.state() == Article.State.PUBLISHED) {
            publish(packed.changed());
        } else if (packed.state() == Article.State.WITHDRAWN) {
            withdraw(packed.changed());
        }
        this.changedAt = packed.changed();
        this.receivedFrom = packed.from().map(SiteCode::value).orElse(null);
    }

    PackedArticle packed() {
        Article now = article();
        return new PackedArticle(
                id,
                Draft.of(now),
                now.state(),
                writtenBy,
                writtenAt,
                changedAt,
                Optional.ofNullable(receivedFrom).map(SiteCode::new));
    }

    /** The same text with links that lead to where things are here; nobody changed it. */
    void linked(String text) {
        this.body = text;
    }

    void publish(Instant at) {
        this.state = Article.State.PUBLISHED.name();
        this.changedAt = at;
        if (published == null) {
            this.published = at;
        }
    }

    void withdraw(Instant at) {
        this.state = Article.State.WITHDRAWN.name();
        this.changedAt = at;
    }

    boolean isPublished() {
        return Article.State.PUBLISHED.name().equals(state);
    }

    PlacementRow placeOn(String site, String key) {
        return new PlacementRow(id, site, key, published, title);
    }

    Article article() {
        return new Article(
                id,
                new SiteCode(owner),
                title,
                source,
                author,
                body,
                Article.State.valueOf(state),
                column,
                Optional.ofNullable(published),
                version,
                new Document(
                        Optional.ofNullable(documentNumber),
                        Optional.ofNullable(indexNumber),
                        Optional.ofNullable(subjectClass)));
    }
}
