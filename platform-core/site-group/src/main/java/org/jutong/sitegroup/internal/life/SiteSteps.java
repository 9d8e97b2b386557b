package org.jutong.sitegroup.internal.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.SiteLife;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.internal.SiteMemory;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that takes many sites one step further. */
@Component
public final class SiteSteps implements TaskWork {

    static final String KIND = "steps";
    private static final String MADE = "made";
    private static final String REFUSED = "refused";

    private final SiteLife life;
    private final Merging merging;
    private final Closing closing;
    private final SiteMemory memory;
    private final Texts texts;

    /** Over the sites' life. */
    @Activate
    public SiteSteps(
            @Reference SiteLife life,
            @Reference Merging merging,
            @Reference Closing closing,
            @Reference SiteMemory memory,
            @Reference Texts texts) {
        this.life = life;
        this.merging = merging;
        this.closing = closing;
        this.memory = memory;
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
        int refused = 0;
        for (String code : input.sites().subList(run.done(), input.sites().size())) {
            try {
                make(run, input.step(), new SiteCode(code), why);
                run.done(code, MADE, Optional.empty(), "", code);
            } catch (Problem refusal) {
                refused++;
                String words = texts.say(Texts.CHINESE, "problem." + refusal.code(), refusal.arguments());
                run.done(code, REFUSED, Optional.of(refusal.code()), words, code);
            }
        }
        return texts.say(Texts.CHINESE, "task.steps.done", List.of(input.sites().size() - refused, refused));
    }

    private void make(TaskRun run, Step.Kind step, SiteCode code, Why why) {
        switch (step) {
            case APPROVE -> life.approve(run.by(), code, why);
            case CLOSE -> life.close(run.by(), code, why);
            case MERGE -> {
                var site = memory.now().find(code).orElseThrow(() -> Problem.notFound("site_not_found", code.value()));
                var above = site.parent()
                        .flatMap(memory.now()::find)
                        .orElseThrow(() -> Problem.conflict("site_is_root", code.value()));
                closing.merge(run.by(), site, above, Map.of(), why);
                merging.move(run.by(), code, why.reason());
            }
            default -> throw Problem.invalid("step_not_for_many", "step", step.id());
        }
    }
}
