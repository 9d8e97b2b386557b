package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.StoredFile;

@Entity(name = "SiteStep")
@Table(name = "SG_STEP")
class StepRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_STEP_SEQ")
    @SequenceGenerator(name = "SG_STEP_SEQ", sequenceName = "SG_STEP_SEQ", allocationSize = 50)
    private long id;

    private String site;

    private String kind;

    private String state;

    private String office;

    @Column(name = "MADE_BY")
    private String madeBy;

    @Column(name = "MADE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant madeAt;

    private String reason;

    @Lob
    private String facts;

    protected StepRow() {}

    StepRow(NewStep step) {
        this.site = step.site().value();
        this.kind = step.kind().name();
        this.state = step.state().name();
        this.office = step.office().map(SiteCode::value).orElse(null);
        this.madeBy = step.by();
        this.madeAt = step.at();
        this.reason = step.reason();
        this.facts = Json.write(step.facts());
    }

    long id() {
        return id;
    }

    Step step(List<StoredFile> documents) {
        return new Step(
                id,
                new SiteCode(site),
                Step.Kind.valueOf(kind),
                SiteState.valueOf(state),
                Optional.ofNullable(office).map(SiteCode::new),
                madeBy,
                madeAt,
                reason,
                documents,
                Map.copyOf(Json.strings(facts)));
    }
}
