package org.jutong.identity.internal.store;

import java.time.Instant;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;

@Entity
@Table(name = "ID_THROTTLE")
class ThrottleRow {

    @Id
    @Column(name = "SUBJECT")
    private String subject;

    @Column(name = "FAILURES")
    private int failures;

    @Column(name = "SINCE")
    @Temporal(TemporalType.TIMESTAMP)
    private Date since;

    protected ThrottleRow() {}

    ThrottleRow(String subject, Instant now) {
        this.subject = subject;
        this.failures = 1;
        this.since = Date.from(now);
    }

    void count(Instant now, Instant windowStart) {
        if (since.toInstant().isAfter(windowStart)) {
            failures++;
        } else {
            failures = 1;
            since = Date.from(now);
        }
    }

    ThrottleTable.Failures failures() {
        return new ThrottleTable.Failures(failures, since.toInstant());
    }
}
