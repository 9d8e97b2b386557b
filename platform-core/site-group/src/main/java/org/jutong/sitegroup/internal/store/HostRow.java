package org.jutong.sitegroup.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;

@Entity(name = "SiteHost")
@Table(name = "SG_HOST")
class HostRow {

    @Id
    @Column(name = "HOST_NAME")
    private String host;

    private String site;

    @Column(name = "IS_MAIN")
    private boolean main;

    protected HostRow() {}

    HostRow(String host, String site, boolean main) {
        this.host = host;
        this.site = site;
        this.main = main;
    }

    HostRows.Host named() {
        return new HostRows.Host(host, new SiteCode(site), main);
    }
}
