package org.jutong.sitegroup.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.internal.inspection.Report;

@Entity(name = "SiteInspectionReport")
@Table(name = "SG_INSPECTION_REPORT")
class InspectionReportRow {

    @Id
    private String site;

    @Lob
    private String report;

    protected InspectionReportRow() {}

    InspectionReportRow(SiteCode site, Report report) {
        this.site = site.value();
        this.report = Json.write(report);
    }

    Report report() {
        return Json.read(report, Report.class);
    }
}
