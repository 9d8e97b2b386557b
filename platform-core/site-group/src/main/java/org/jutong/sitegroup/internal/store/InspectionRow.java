package org.jutong.sitegroup.internal.store;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jutong.columns.inspection.Inspection.FirstVeto;
import org.jutong.columns.inspection.Veto;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.inspection.Inspected;

@Entity(name = "SiteInspection")
@Table(name = "SG_INSPECTION")
@IdClass(InspectionRow.Key.class)
class InspectionRow {

    @Id
    private String site;

    @Id
    @Column(name = "ON_DAY")
    private LocalDate day;

    @Column(name = "MADE_AT")
    @Convert(converter = BeijingTime.class)
    private Instant madeAt;

    private String rules;

    private String verdict;

    private String vetoes;

    private BigDecimal score;

    @Column(name = "LEAST_SCORE")
    private BigDecimal least;

    @Column(name = "FIRST_VETO")
    private String firstVeto;

    @Column(name = "FIRST_ON")
    private LocalDate firstOn;

    @Column(name = "DAYS_LEFT")
    private Integer daysLeft;

    private long place;

    /** Whether the site has no later one. */
    private boolean newest;

    protected InspectionRow() {}

    InspectionRow(Inspected inspected) {
        this.site = inspected.site().value();
        this.day = inspected.on();
        this.madeAt = inspected.at();
        this.rules = inspected.rules();
        this.verdict = inspected.verdict();
        this.vetoes = String.join(",", inspected.vetoes());
        this.score = inspected.score();
        this.least = inspected.least();
        this.firstVeto = inspected.first().map(f -> f.kind().name()).orElse(null);
        this.firstOn = inspected.first().map(FirstVeto::on).orElse(null);
        this.daysLeft = inspected.first().map(FirstVeto::days).orElse(null);
        this.place = inspected.place();
        this.newest = true;
    }

    Inspected inspected() {
        return new Inspected(
                new SiteCode(site),
                day,
                madeAt,
                rules,
                verdict,
                vetoes.isEmpty() ? List.of() : List.of(vetoes.split(",")),
                score,
                least,
                Optional.ofNullable(firstVeto).map(kind -> new FirstVeto(Veto.Kind.valueOf(kind), firstOn, daysLeft)),
                place);
    }

    /** The primary key; JPA asks for a class with this shape. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String site;
        private LocalDate day;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(site, that.site) && Objects.equals(day, that.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(site, day);
        }
    }
}
