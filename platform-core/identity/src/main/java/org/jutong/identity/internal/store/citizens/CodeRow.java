package org.jutong.identity.internal.store.citizens;

import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;

@Entity
@Table(name = "ID_CODE")
class CodeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "code")
    @SequenceGenerator(name = "code", sequenceName = "ID_CODE_SEQ", allocationSize = 50)
    @Column(name = "ID")
    private Long id;

    @Column(name = "PURPOSE")
    private String purpose;

    @Column(name = "MOBILE")
    private String mobile;

    @Column(name = "ADDRESS")
    private String address;

    @Column(name = "TICKET_HASH")
    private String ticketHash;

    @Column(name = "CODE_HASH")
    private String codeHash;

    @Column(name = "CREATED")
    @Temporal(TemporalType.TIMESTAMP)
    private Date created;

    @Column(name = "TRIES")
    private int tries;

    @Column(name = "CITIZEN")
    private Long citizen;

    @Column(name = "NAME")
    private String name;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    protected CodeRow() {}

    CodeRow(StoredCode code, String address) {
        this.purpose = code.purpose();
        this.mobile = code.mobile();
        this.address = address;
        this.ticketHash = code.ticketHash();
        this.codeHash = code.codeHash();
        this.created = Date.from(code.created());
        this.citizen = code.citizen();
        this.name = code.name();
        this.passwordHash = code.passwordHash();
    }

    StoredCode stored() {
        return new StoredCode(purpose, mobile, ticketHash, codeHash, created.toInstant(), citizen, name, passwordHash);
    }
}
