package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.jutong.identity.Accesses.Deferral;

@Entity
@Table(name = "ID_DEFERRAL")
class DeferralRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deferral")
    @SequenceGenerator(name = "deferral", sequenceName = "ID_DEFERRAL_SEQ", allocationSize = 50)
    @Column(name = "ID")
    private Long id;

    @Column(name = "CITIZEN")
    private Long citizen;

    @Column(name = "CONTACT_HASH")
    private String contactHash;

    @Column(name = "PERSON")
    private String person;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "SINCE")
    @Temporal(TemporalType.TIMESTAMP)
    private Date since;

    @Column(name = "UNTIL")
    @Temporal(TemporalType.TIMESTAMP)
    private Date until;

    @Column(name = "BASIS")
    private String basis;

    @Column(name = "SET_BY")
    private String by;

    @Column(name = "ENDED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date ended;

    protected DeferralRow() {}

    DeferralRow(Deferral deferral, Long citizen, String contactHash) {
        this.citizen = citizen;
        this.contactHash = contactHash;
        this.person = deferral.person();
        this.account = deferral.account().orElse(null);
        this.since = Date.from(deferral.since());
        this.until = Date.from(deferral.until());
        this.basis = deferral.basis();
        this.by = deferral.by();
    }

    void end(Instant at) {
        ended = Date.from(at);
    }

    Deferral deferral() {
        return new Deferral(
                id,
                person,
                Optional.ofNullable(account),
                since.toInstant(),
                until.toInstant(),
                basis,
                by,
                Optional.ofNullable(ended).map(Date::toInstant));
    }
}
