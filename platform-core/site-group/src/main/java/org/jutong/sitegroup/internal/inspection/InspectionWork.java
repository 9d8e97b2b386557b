package org.jutong.sitegroup.internal.inspection;

import java.util.List;
import java.util.Map;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that inspects all sites in service. */
@Component
public final class InspectionWork implements TaskWork {

    static final String KIND = "inspection";

    /** So many sites are inspected and kept in one transaction. */
    private static final int TOGETHER = 200;

    private final SiteInspections inspections;
    private final Texts texts;

    /** Over the inspections. */
    @Activate
    public InspectionWork(@Reference SiteInspections inspections, @Reference Texts texts) {
        this.inspections = inspections;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(TaskRun run) {
        String mark = run.mark().orElse("");
        List<Site> left = inspections.due().stream()
                .filter(site -> site.code().value().compareTo(mark) > 0)
                .toList();
        run.total(run.done() + left.size());
        for (int from = 0; from < left.size(); from += TOGETHER) {
            List<Site> some = left.subList(from, Math.min(from + TOGETHER, left.size()));
            inspections.inspect(some);
            run.done(some.size(), some.get(some.size() - 1).code().value());
        }
        Map<String, Long> verdicts = inspections.finish();
        return texts.say(
                Texts.CHINESE,
                "task.inspection.done",
                List.of(
                        run.done(),
                        verdicts.getOrDefault("failed", 0L),
                        verdicts.getOrDefault("undecided", 0L),
                        verdicts.getOrDefault("passed", 0L)));
    }
}
