package org.jutong.sitegroup.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;

@Entity(name = "SiteFiling")
@Table(name = "SG_FILING")
class FilingRow {

    @Id
    private String site;

    private String sponsor;

    private String contact;

    private String icp;

    private String police;

    private String emblem;

    @Column(name = "TESTED_ON")
    private LocalDate testedOn;

    @Column(name = "TESTED_BY")
    private String testedBy;

    @Column(name = "TEST_PASSED")
    private Boolean testPassed;

    protected FilingRow() {}

    FilingRow(SiteCode site) {
        this.site = site.value();
    }

    void fill(Filing filing) {
        this.sponsor = filing.sponsor().orElse(null);
        this.contact = filing.contact().orElse(null);
        this.icp = filing.icp().orElse(null);
        this.police = filing.police().orElse(null);
        this.emblem = filing.emblem().orElse(null);
        this.testedOn = filing.test().map(SecurityTest::on).orElse(null);
        this.testedBy = filing.test().map(SecurityTest::by).orElse(null);
        this.testPassed = filing.test().map(SecurityTest::passed).orElse(null);
    }

    Filing filing() {
        return new Filing(
                Optional.ofNullable(sponsor),
                Optional.ofNullable(contact),
                Optional.ofNullable(icp),
                Optional.ofNullable(police),
                Optional.ofNullable(emblem),
                Optional.ofNullable(testedOn).map(on -> new SecurityTest(on, testedBy, testPassed)));
    }
}
