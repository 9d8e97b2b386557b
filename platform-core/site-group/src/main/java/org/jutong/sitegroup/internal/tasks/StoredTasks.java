package org.jutong.sitegroup.internal.tasks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jutong.audit.Action;
import org.jutong.audit.Audit;
import org.jutong.audit.Event;
import org.jutong.identity.Authority;
import org.jutong.persistence.Store;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.Tasks;
import org.jutong.sitegroup.internal.store.Json;
import org.jutong.sitegroup.internal.store.TaskRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks in the site group's tables. */
@Component(service = {StoredTasks.class, Tasks.class})
public final class StoredTasks implements Tasks {

    private static final String MANAGE = "site.manage";

    private final Store store;
    private final TaskRows rows;
    private final Authority authority;
    private final Audit audit;
    private final Clock clock;

    /** Over the site group's tables. */
    @Activate
    public StoredTasks(
            @Reference(target = "(osgi.unit.name=sitegroup)") Store store,
            @Reference Authority authority,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.rows = new TaskRows(store);
        this.authority = authority;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new one; whoever adds it has asked for the right and records it. */
    public Task add(String kind, Optional<SiteCode> site, Object input, Actor by) {
        return rows.add(kind, site, Json.write(input), by, clock.instant());
    }

    @Override
    public List<Task> list(Actor by, Optional<SiteCode> site, Optional<Long> before, int limit) {
        return rows.newest(site, before.orElse(Long.MAX_VALUE), limit).stream()
                .filter(task -> isVisible(by, task))
                .toList();
    }

    @Override
    public Task get(Actor by, long id) {
        if (!by.isKnown()) {
            throw Problem.unauthenticated("not_signed_in");
        }
        return rows.find(id)
                .filter(task -> isVisible(by, task))
                .orElseThrow(() -> Problem.notFound("task_not_found", String.valueOf(id)));
    }

    @Override
    public List<Task.Line> lines(Actor by, long id, int after, int limit, Optional<String> outcome) {
        return rows.lines(get(by, id).id(), after, limit, outcome);
    }

    @Override
    public Task cancel(Actor by, long id) {
        get(by, id);
        return changed(by, id, "cancel", () -> rows.cancel(id, clock.instant()));
    }

    @Override
    public Task resume(Actor by, long id) {
        get(by, id);
        return changed(by, id, "resume", () -> rows.resume(id));
    }

    private Task changed(Actor by, long id, String what, Supplier<Task> change) {
        return store.recorded(change, task -> {
            Event event = Event.done(Action.TASK_CHANGE, by, "task:" + id).saying(what);
            audit.record(task.site().map(event::on).orElse(event));
        });
    }

    private boolean isVisible(Actor by, Task task) {
        return task.by().equals(by.username())
                || task.site()
                        .map(site -> authority.allows(by, MANAGE, site))
                        .orElseGet(() -> authority.allowsEverywhere(by, MANAGE));
    }
}
