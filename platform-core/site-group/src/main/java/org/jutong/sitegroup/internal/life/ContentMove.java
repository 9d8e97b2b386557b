package org.jutong.sitegroup.internal.life;

import java.util.Optional;
import org.jutong.plugin.SiteCode;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.internal.tasks.TaskRun;
import org.jutong.sitegroup.internal.tasks.TaskWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The task that moves the content of a merging site. */
@Component
public final class ContentMove implements TaskWork {

    static final String KIND = "merge";

    private final Merging merging;
    private final Texts texts;

    /** Over the merging of sites. */
    @Activate
    public ContentMove(@Reference Merging merging, @Reference Texts texts) {
        this.merging = merging;
        this.texts = texts;
    }

    /** What it was asked. */
    record Input(String reason) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(TaskRun run) {
        SiteCode site = run.site().orElseThrow();
        run.total(1);
        int placed = merging.move(run.by(), site, run.input(Input.class).reason());
        run.done(site.value(), "moved", Optional.empty(), "", site.value());
        return texts.say(Texts.CHINESE, "task.merge.done", java.util.List.of(placed));
    }
}
