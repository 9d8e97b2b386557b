package org.jutong.sitegroup.internal.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.store.TaskRows;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task that takes many sites one step further. */
@Component
public final class SiteSteps implements TaskWork {

    static final String KIND = "steps";
    private static final Logger LOG = LoggerFactory.getLogger(SiteSteps.class);

    /** So many sites take the step in one transaction. */
    private static final int TOGETHER = 50;

    /** No refusal: the task fails, and goes on from here when somebody resumes it. */
    private static final int OUTAGE = 500;

    private static final String MADE = "made";
    private static final String REFUSED = "refused";

    private final SiteLife life;
    private final StepBook book;
    private final Merging merging;
    private final Closing closing;
    private final TaskRows tasks;
    private final Texts texts;

    /** Over the site group's tables and the sites' life. */
    @Activate
    public SiteSteps(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference SiteLife life,
            @Reference StepBook book,
            @Reference Merging merging,
            @Reference Closing closing,
            @Reference Texts texts) {
        this.life = life;
        this.book = book;
        this.merging = merging;
        this.closing = closing;
        this.tasks = new TaskRows(store);
        this.texts = texts;
    }

    /** What it was asked. */
    record Input(Step.Kind step, List<String> sites, String reason, List<Long> documents) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(TaskRun run) {
        Input input = run.input(Input.class);
        Why why = new Why(input.reason(), input.documents());
        run.total(input.sites().size());
        List<String> left = input.sites().subList(run.done(), input.sites().size());
        for (int from = 0; from < left.size(); from += TOGETHER) {
            make(run, input.step(), left.subList(from, Math.min(left.size(), from + TOGETHER)), why);
        }
        long refused = tasks.outcomes(run.id()).getOrDefault(REFUSED, 0L);
        return texts.say(Texts.CHINESE, "task.steps.done", List.of(input.sites().size() - refused, refused));
    }

    /** Together where that goes; where one of them is refused, each on its own. */
    private void make(TaskRun run, Step.Kind step, List<String> codes, Why why) {
        try {
            run.together(book::together, () -> codes.forEach(code -> make(run, step, code, why)));
        } catch (Problem refusal) {
            LOG.debug("Of {} sites one is refused: {}", codes.size(), refusal.code());
            codes.forEach(code -> alone(run, step, code, why));
        }
    }

    private void alone(TaskRun run, Step.Kind step, String code, Why why) {
        try {
            run.together(book::together, () -> make(run, step, code, why));
        } catch (Problem refusal) {
            if (refusal.status() >= OUTAGE) {
                throw refusal;
            }
            String words = texts.say(Texts.CHINESE, "problem." + refusal.code(), refusal.arguments());
            run.together(() -> run.done(code, REFUSED, Optional.of(refusal.code()), words, code));
        }
    }

    private void make(TaskRun run, Step.Kind step, String code, Why why) {
        step(run.by(), step, new SiteCode(code), why);
        run.done(code, MADE, Optional.empty(), "", code);
    }

    private void step(Actor by, Step.Kind step, SiteCode code, Why why) {
        switch (step) {
            case APPROVE -> life.approve(by, code, why);
            case CLOSE -> life.close(by, code, why);
            case MERGE -> {
                Site site = book.site(code);
                SiteCode above = site.parent().orElseThrow(() -> Problem.conflict("site_is_root", code.value()));
                closing.merge(by, site, book.site(above), Map.of(), why);
                merging.move(by, code, why.reason());
            }
            default -> throw Problem.invalid("step_not_for_many", "step", step.id());
        }
    }
}
