package org.jutong.identity.internal.store.citizens;

import java.time.Instant;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.jutong.identity.Citizens.Assurance;
import org.jutong.identity.Citizens.State;

@Entity
@Table(name = "ID_CITIZEN")
class CitizenRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "citizen")
    @SequenceGenerator(name = "citizen", sequenceName = "ID_CITIZEN_SEQ", allocationSize = 50)
    @Column(name = "ID")
    private Long id;

    @Column(name = "MOBILE")
    private String mobile;

    @Column(name = "NAME")
    private String name;

    @Column(name = "ASSURANCE")
    @Enumerated(EnumType.STRING)
    private Assurance assurance;

    @Column(name = "STATE")
    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "CREATED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date created;

    @Column(name = "ID_NUMBER_HASH")
    private String idNumberHash;

    @Column(name = "ID_NUMBER")
    private String idNumber;

    protected CitizenRow() {}

    CitizenRow(String mobile, String name, Instant created) {
        this.mobile = mobile;
        this.name = name;
        this.assurance = Assurance.MOBILE;
        this.state = State.ACTIVE;
        this.created = Date.from(created);
    }

    void mobile(String value) {
        mobile = value;
    }

    void state(State value) {
        state = value;
    }

    void realName(String hash, String masked) {
        idNumberHash = hash;
        idNumber = masked;
        assurance = Assurance.REAL_NAME;
    }

    void erase() {
        mobile = null;
        name = null;
        idNumberHash = null;
        idNumber = null;
        state = State.CLOSED;
    }

    StoredCitizen stored() {
        return new StoredCitizen(id, mobile, name, assurance, state, created.toInstant(), idNumber);
    }
}
