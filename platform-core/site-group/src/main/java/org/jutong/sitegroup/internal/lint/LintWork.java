package org.jutong.sitegroup.internal.lint;

import java.util.List;
import org.jutong.persistence.Store;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.store.FindingRows;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that runs the linter over all pages of a site: home page and columns, then the articles by their numbers. */
@Component
public final class LintWork implements TaskWork {

    /** So many articles are checked, and what is found on them kept, in one transaction. */
    private static final int LOT = 50;

    private final SiteLint lint;
    private final FindingRows rows;
    private final Texts texts;

    /** Over the site group's tables. */
    @Activate
    public LintWork(
            @Reference SiteLint lint,
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Texts texts) {
        this.lint = lint;
        this.rows = new FindingRows(store);
        this.texts = texts;
    }

    @Override
    public String kind() {
        return SiteLint.KIND;
    }

    @Override
    public String run(TaskRun run) {
        SiteCode site = run.site().orElseThrow();
        PageChecks pages = lint.pages(site);
        List<String> frame = lint.frame(site);
        long reached = run.mark().map(Long::parseLong).orElse(0L);
        run.total(run.done() + (run.mark().isEmpty() ? frame.size() : 0) + rows.articlesAfter(site, reached));
        if (run.mark().isEmpty()) {
            kept(run, site, frame, pages, 0);
        }
        for (List<Long> lot = rows.articles(site, reached, LOT);
                !lot.isEmpty();
                lot = rows.articles(site, reached, LOT)) {
            reached = lot.get(lot.size() - 1);
            kept(run, site, lot.stream().map(PageAddress::article).toList(), pages, reached);
        }
        SiteLint.Result result = lint.finish(site, run.id());
        return texts.say(Texts.CHINESE, "task.lint.done", List.of(run.done(), result.open(), result.mended()));
    }

    private void kept(TaskRun run, SiteCode site, List<String> addresses, PageChecks pages, long reached) {
        run.together(() -> {
            lint.keep(site, addresses, pages, run.id());
            run.done(addresses.size(), Long.toString(reached));
        });
    }
}
