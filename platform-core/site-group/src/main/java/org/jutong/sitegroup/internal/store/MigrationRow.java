package org.jutong.sitegroup.internal.store;

import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.jutong.sitegroup.internal.standard.StepLine;

/** A migration of a site that can be taken back. */
@Entity(name = "SiteMigration")
@Table(name = "SG_MIGRATION")
class MigrationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "SG_MIGRATION_SEQ")
    @SequenceGenerator(name = "SG_MIGRATION_SEQ", sequenceName = "SG_MIGRATION_SEQ", allocationSize = 50)
    private long id;

    private String site;

    @Column(name = "FROM_VERSION")
    private String fromVersion;

    @Lob
    private String steps;

    @Column(name = "MADE_BY")
    private String madeBy;

    @Column(name = "MADE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant madeAt;

    private String reason;

    protected MigrationRow() {}

    MigrationRow(String site, String fromVersion, List<StepLine> steps, String by, Instant at, String reason) {
        this.site = site;
        this.fromVersion = fromVersion;
        this.steps = Json.write(steps);
        this.madeBy = by;
        this.madeAt = at;
        this.reason = reason;
    }

    long id() {
        return id;
    }

    String fromVersion() {
        return fromVersion;
    }

    List<StepLine> steps() {
        return List.of(Json.read(steps, StepLine[].class));
    }
}
