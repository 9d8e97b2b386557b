package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Article;
import org.jutong.sitegroup.Article.Document;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.ContentClass;
import org.jutong.sitegroup.OfficialDocuments.Force;
import org.jutong.sitegroup.OfficialDocuments.Standing;

@Entity(name = "Article")
@Table(name = "SG_ARTICLE")
class ArticleRow {

    private static final String PACKAGE = "package";

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

    @Column(name = "CONTENT_CLASS")
    private String contentClass;

    /** The number of the text in this row. */
    @Column(name = "TEXT_NUMBER")
    private int number;

    @Column(name = "TEXT_BY")
    private String textBy;

    @Column(name = "TEXT_AT")
    @Convert(converter = BeijingTime.class)
    private Instant textAt;

    @Column(name = "TEXT_NOTE")
    private String textNote;

    /** The number of the newest text; greater than that in this row where a published article is being corrected. */
    private int latest;

    private String correction;

    @Column(name = "CHANGED_BY")
    private String changedBy;

    /** It was public once; the time that readers saw stays. */
    @Column(name = "TIME_FIXED")
    private boolean timeFixed;

    /** How the text came to be public without reviews here. */
    @Column(name = "TAKEN_OVER")
    private String takenOver;

    @Column(name = "DOC_FORCE")
    private String force;

    @Column(name = "DOC_SINCE")
    private LocalDate since;

    @Column(name = "DOC_BASIS")
    private String basis;

    protected ArticleRow() {}

    ArticleRow(SiteCode owner, Draft draft, String by, Instant at, String idempotencyKey) {
        this.owner = owner.value();
        this.state = Article.State.DRAFT.name();
        this.writtenBy = by;
        this.writtenAt = at;
        this.changedBy = by;
        this.idempotencyKey = idempotencyKey;
        this.published = draft.published().orElse(null);
        this.number = 1;
        this.latest = 1;
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
        this.contentClass = draft.contentClass().name();
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
            takeOver(PACKAGE);
        } else if (packed.state() == Article.State.WITHDRAWN) {
            withdraw(packed.changed());
            takeOver(PACKAGE);
        }
        this.changedAt = packed.changed();
        this.receivedFrom = packed.from().map(SiteCode::value).orElse(null);
    }

    PackedArticle packed() {
        Article now = article();
        return new PackedArticle(
                id,
                Draft.of(now),
                now.state() == Article.State.PUBLISHED || now.state() == Article.State.WITHDRAWN
                        ? now.state()
                        : Article.State.DRAFT,
                writtenBy,
                writtenAt,
                changedAt,
                Optional.ofNullable(receivedFrom).map(SiteCode::new));
    }

    /** The same text with links that lead to where things are here; nobody changed it. */
    void linked(String text) {
        this.body = text;
    }

    long id() {
        return id;
    }

    int number() {
        return number;
    }

    /** The version that counts: that of the correction, or else the one in this row, also where later ones were thrown away. */
    int newest() {
        return hasUnshown() ? latest : number;
    }

    /** Whether readers see an older text than the newest. */
    boolean hasUnshown() {
        return correction != null;
    }

    Optional<String> takenOver() {
        return Optional.ofNullable(takenOver);
    }

    void takeOver(String from) {
        this.takenOver = from;
    }

    /** The text in this row as a version of its own. */
    VersionRow version() {
        return new VersionRow(
                id,
                number,
                Draft.of(article()),
                textBy == null ? writtenBy : textBy,
                textAt == null ? writtenAt : textAt,
                textNote);
    }

    /** @throws Problem {@code version_conflict} where somebody changed it since that version */
    void requireVersion(int seen) {
        if (version != seen) {
            throw conflict();
        }
    }

    /** Somebody was faster. */
    Problem conflict() {
        String who = changedBy == null ? writtenBy : changedBy;
        return Problem.conflict("version_conflict")
                .listing(List.of(new Problem.Fault(
                        "changed_by",
                        "problem.changed_by",
                        List.of(who, BeijingTime.minute(changedAt)),
                        "version",
                        "")));
    }

    /**
     * The draft with the time that readers saw, where they saw one.
     *
     * @throws Problem {@code publication_time_fixed} where it says another minute
     */
    Draft keepingTime(Draft draft) {
        if (!timeFixed) {
            return draft;
        }
        draft.published()
                .filter(wanted -> !BeijingTime.minute(wanted).equals(BeijingTime.minute(published)))
                .ifPresent(wanted -> {
                    throw Problem.conflict("publication_time_fixed", BeijingTime.minute(published));
                });
        return draft.withPublished(Optional.of(published));
    }

    /**
     * The draft with the index number that the document was published under, where there is one.
     *
     * @throws Problem {@code index_number_fixed} where it says another
     */
    Draft keepingNumber(Draft draft) {
        if (indexNumber == null || !timeFixed) {
            return draft;
        }
        Document says = draft.document();
        says.index().filter(wanted -> !wanted.equals(indexNumber)).ifPresent(wanted -> {
            throw Problem.conflict("index_number_fixed", indexNumber);
        });
        return draft.withDocument(new Document(says.number(), Optional.of(indexNumber), says.subject()));
    }

    /** Whether the document is in force, where that was said. */
    Optional<Standing> standing() {
        return Optional.ofNullable(force).map(said -> new Standing(Force.valueOf(said), since, basis));
    }

    void stand(Optional<Standing> standing, String by, Instant at) {
        this.force = standing.map(said -> said.force().name()).orElse(null);
        this.since = standing.map(Standing::since).orElse(null);
        this.basis = standing.map(Standing::basis).orElse(null);
        this.changedBy = by;
        this.changedAt = at;
    }

    /** It is filed under this index number from now on. */
    void number(String index) {
        this.indexNumber = index;
    }

    /** Whether readers saw it once. */
    boolean wasPublic() {
        return timeFixed;
    }

    /** Another text in place of this; it is a draft. */
    void rewrite(Draft draft, String by, Instant at, String note) {
        fill(draft, at);
        anew(by, at, note);
        this.state = Article.State.DRAFT.name();
        this.takenOver = null;
    }

    /** The text in this row is a new one. */
    void anew(String by, Instant at, String note) {
        this.latest++;
        this.number = latest;
        this.textBy = by;
        this.textAt = at;
        this.textNote = note;
        this.changedBy = by;
    }

    /** There is a newer text that readers do not see yet. */
    void correct(String by, Instant at) {
        this.latest++;
        this.correction = Article.State.DRAFT.name();
        this.changedBy = by;
        this.changedAt = at;
    }

    /** The newest text takes the place of this. */
    void show(VersionRow text, Instant at) {
        fill(text.text(), at);
        this.number = text.number();
        this.textBy = text.by();
        this.textAt = text.at();
        this.textNote = text.note();
        this.correction = null;
        this.takenOver = null;
    }

    /** Where its newest text stands. */
    Article.State stands() {
        return Article.State.valueOf(correction == null ? state : correction);
    }

    /** Where its newest text stands from now on; a published one that stands as published has no correction any more. */
    void stand(Article.State next, String by, Instant at) {
        if (isPublished()) {
            this.correction = next == Article.State.PUBLISHED ? null : next.name();
        } else {
            this.state = next.name();
        }
        this.changedBy = by;
        this.changedAt = at;
    }

    void publish(Instant at) {
        this.state = Article.State.PUBLISHED.name();
        this.timeFixed = true;
        this.changedAt = at;
        if (published == null) {
            this.published = at;
        }
    }

    void withdraw(Instant at) {
        this.state = Article.State.WITHDRAWN.name();
        this.timeFixed = published != null;
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
                        Optional.ofNullable(subjectClass)),
                ContentClass.valueOf(contentClass),
                Optional.ofNullable(correction).map(Article.State::valueOf));
    }
}
