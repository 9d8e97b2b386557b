package org.jutong.sitegroup.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity(name = "SiteHost")
@Table(name = "SG_HOST")
class HostRow {

    @Id
    @Column(name = "HOST_NAME")
    private String host;

    private String site;

    protected HostRow() {}

    HostRow(String host, String site) {
        this.host = host;
        this.site = site;
    }

    String host() {
        return host;
    }

    String site() {
        return site;
    }
}
