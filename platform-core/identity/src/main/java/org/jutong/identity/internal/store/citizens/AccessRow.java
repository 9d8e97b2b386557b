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
import org.jutong.plugin.SiteCode;

@Entity
@Table(name = "ID_ACCESS")
class AccessRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access")
    @SequenceGenerator(name = "access", sequenceName = "ID_ACCESS_SEQ", allocationSize = 50)
    @Column(name = "ID")
    private Long id;

    @Column(name = "SEEN_AT")
    @Temporal(TemporalType.TIMESTAMP)
    private Date seenAt;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "UNIT_NAME")
    private String unit;

    @Column(name = "SITE")
    private String site;

    @Column(name = "PLUGIN")
    private String plugin;

    @Column(name = "WHAT")
    private String record;

    @Column(name = "PURPOSE")
    private String purpose;

    @Column(name = "CITIZEN")
    private Long citizen;

    @Column(name = "CONTACT_HASH")
    private String contactHash;

    protected AccessRow() {}

    AccessRow(StoredAccess access) {
        this.seenAt = Date.from(access.time());
        this.account = access.account();
        this.unit = access.unit();
        this.site = access.site().value();
        this.plugin = access.plugin();
        this.record = access.record();
        this.purpose = access.purpose();
        this.citizen = access.citizen();
        this.contactHash = access.contactHash();
    }

    StoredAccess stored() {
        return new StoredAccess(
                id,
                seenAt.toInstant(),
                account,
                unit,
                new SiteCode(site),
                plugin,
                record,
                purpose,
                citizen,
                contactHash);
    }
}
