package org.jutong.interaction.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jutong.interaction.Letter;
import org.jutong.interaction.LetterDraft;
import org.jutong.interaction.LetterState;
import org.jutong.interaction.LetterType;
import org.jutong.interaction.QueryCode;
import org.jutong.plugin.data.SiteStore;

@Entity
@Table(name = "INT_LETTER")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "SITE", contextProperty = SiteStore.TENANT, length = 10, primaryKey = true)
class LetterRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letter")
    @SequenceGenerator(name = "letter", sequenceName = "INT_LETTER_SEQ", allocationSize = 50)
    private Long id;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private String type;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String sender;

    @Column(updatable = false)
    private String contact;

    private String state;

    @Column(updatable = false)
    @Convert(converter = InstantColumn.class)
    private Instant created;

    private String answer;

    @Column(name = "ANSWERED_BY")
    private String answeredBy;

    @Column(name = "ANSWERED_AT")
    @Convert(converter = InstantColumn.class)
    private Instant answeredAt;

    @Column(name = "PUBLISHED_AT")
    @Convert(converter = InstantColumn.class)
    private Instant publishedAt;

    @Column(updatable = false)
    private String citizen;

    @Version
    private int version;

    protected LetterRow() {}

    LetterRow(QueryCode code, LetterDraft draft, Optional<String> citizen, Instant created) {
        this.code = code.value();
        this.type = draft.type().id();
        this.title = draft.title();
        this.body = draft.text();
        this.sender = draft.name();
        this.contact = draft.contact();
        this.citizen = citizen.orElse(null);
        this.state = LetterState.PENDING.id();
        this.created = created;
    }

    LetterState state() {
        return LetterState.of(state);
    }

    int version() {
        return version;
    }

    void answer(String text, String by, Instant at) {
        answer = text;
        answeredBy = by;
        answeredAt = at;
        state = LetterState.ANSWERED.id();
    }

    void publish(Instant at) {
        publishedAt = at;
        state = LetterState.PUBLISHED.id();
    }

    Letter letter() {
        return new Letter(
                id,
                new QueryCode(code),
                LetterType.of(type),
                title,
                body,
                sender,
                contact,
                state(),
                created,
                Optional.ofNullable(answer).map(text -> new Letter.Answer(text, answeredBy, answeredAt)),
                Optional.ofNullable(publishedAt),
                Optional.ofNullable(citizen),
                version);
    }
}
