package org.jutong.sitegroup.internal.standard;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.standard.SiteStandards.Migrated;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that takes many sites to a version of the standard. */
@Component
public final class MigrationWork implements TaskWork {

    static final String KIND = "standard";

    private final SiteStandards standards;
    private final Texts texts;

    /** Over the sites' standards. */
    @Activate
    public MigrationWork(@Reference SiteStandards standards, @Reference Texts texts) {
        this.standards = standards;
        this.texts = texts;
    }

    /** What it was asked. */
    record Input(String version, List<String> sites, String reason) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(TaskRun run) {
        Input input = run.input(Input.class);
        run.total(input.sites().size());
        for (String code : input.sites().subList(run.done(), input.sites().size())) {
            try {
                Migrated done = standards.migrate(run.by(), new SiteCode(code), input.version(), input.reason());
                boolean isSame = done.steps().isEmpty();
                String words = isSame
                        ? ""
                        : done.from() + " → " + done.to() + ": " + done.steps().size();
                run.done(code, isSame ? "unchanged" : "migrated", Optional.empty(), words, code);
            } catch (Problem refusal) {
                run.done(code, "refused", Optional.of(refusal.code()), texts.say(Texts.CHINESE, refusal), code);
            }
        }
        return texts.say(
                Texts.CHINESE, "task.standard.done", List.of(input.sites().size(), input.version()));
    }
}
