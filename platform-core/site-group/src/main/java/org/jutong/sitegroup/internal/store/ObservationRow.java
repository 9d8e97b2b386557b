package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.evidence.Facts;
import org.jutong.sitegroup.internal.evidence.Kind;
import org.jutong.sitegroup.internal.evidence.Observation;
import org.jutong.sitegroup.internal.evidence.Observation.TakenBack;

@Entity(name = "SiteObservation")
@Table(name = "SG_OBSERVATION")
class ObservationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_OBSERVATION_SEQ")
    @SequenceGenerator(name = "SG_OBSERVATION_SEQ", sequenceName = "SG_OBSERVATION_SEQ", allocationSize = 50)
    private long id;

    private String site;

    private String kind;

    @Column(name = "ON_DAY")
    private LocalDate day;

    private String facts;

    @Column(name = "REMARK")
    private String words;

    @Column(name = "FILE_ID")
    private Long file;

    @Column(name = "MADE_BY")
    private String madeBy;

    @Column(name = "MADE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant madeAt;

    @Column(name = "ENDED_BY")
    private String endedBy;

    @Column(name = "ENDED_AT")
    @Convert(converter = BeijingTime.class)
    private Instant endedAt;

    @Column(name = "END_REASON")
    private String endReason;

    protected ObservationRow() {}

    ObservationRow(Observation seen) {
        this.site = seen.site().value();
        this.kind = seen.kind().name();
        this.day = seen.day();
        this.facts = Json.write(seen.facts());
        this.words = seen.words();
        this.file = seen.document().map(StoredFile::id).orElse(null);
        this.madeBy = seen.by();
        this.madeAt = seen.at();
    }

    boolean isOf(SiteCode code) {
        return site.equals(code.value());
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    void end(TakenBack end) {
        this.endedBy = end.by();
        this.endedAt = end.at();
        this.endReason = end.reason();
    }

    Observation observation(Optional<StoredFile> document) {
        return new Observation(
                id,
                new SiteCode(site),
                Kind.valueOf(kind),
                day,
                Json.read(facts, Facts.class),
                Optional.ofNullable(words).orElse(""),
                document,
                madeBy,
                madeAt,
                Optional.ofNullable(endedAt).map(at -> new TakenBack(endedBy, at, endReason)));
    }
}
