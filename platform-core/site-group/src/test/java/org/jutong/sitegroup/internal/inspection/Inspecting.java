package org.jutong.sitegroup.internal.inspection;

import java.util.List;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.InspectionEvidence;
import org.jutong.sitegroup.internal.ColumnsGroup;
import org.jutong.sitegroup.internal.SiteGroup;

/** The inspection of one site with the evidence of these. */
public final class Inspecting {

    private final SiteCode site;
    private final SiteInspections inspections;

    /** Over the group's tables. */
    public Inspecting(ColumnsGroup group, SiteCode site, List<InspectionEvidence> evidence) {
        this.site = site;
        this.inspections = new SiteInspections(
                        group.store,
                        group.memory,
                        group.tasks,
                        group.standards,
                        SiteGroup.AUTHORITY,
                        group.recorded::add,
                        group.clock)
                .with(evidence);
    }

    /** Inspects it now. */
    public Inspected inspect() {
        return inspections.inspect(ColumnsGroup.OPERATOR, site);
    }

    /** The details of the last one. */
    public Report report() {
        return inspections.report(ColumnsGroup.OPERATOR, site);
    }

    /** What is done at the end of a night. */
    public void finish() {
        inspections.finish();
    }
}
