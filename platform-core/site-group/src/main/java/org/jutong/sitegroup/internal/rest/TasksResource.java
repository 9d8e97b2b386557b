package org.jutong.sitegroup.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jutong.plugin.Actor;
import org.jutong.plugin.Problem;
import org.jutong.plugin.RestResource;
import org.jutong.plugin.SignedIn;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Task;
import org.jutong.sitegroup.Tasks;
import org.jutong.sitegroup.internal.rest.TaskBodies.LineList;
import org.jutong.sitegroup.internal.rest.TaskBodies.LineView;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskList;
import org.jutong.sitegroup.internal.rest.TaskBodies.TaskView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Long work: how far it is, what became of its items, stop and go on. */
@Component(service = RestResource.class)
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TasksResource implements RestResource {

    private final Tasks tasks;

    @Activate
    public TasksResource(@Reference Tasks tasks) {
        this.tasks = tasks;
    }

    /** Those that the caller may see, newest first. */
    @GET
    @SignedIn
    public TaskList list(
            @QueryParam("site") String site,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        int size = Page.limit(limit);
        List<Task> found = tasks.list(actor, Page.text(site).map(SiteCode::new), Page.after(after), size + 1);
        Page<TaskView> page = Page.of(found, size, TaskView::of, task -> Long.toString(task.id()));
        return new TaskList(page.items(), page.next());
    }

    /** One of them. */
    @GET
    @Path("{task}")
    @SignedIn
    public TaskView one(@PathParam("task") String task, @Context Actor actor) {
        return TaskView.of(tasks.get(actor, number(task)));
    }

    /** What became of its items. */
    @GET
    @Path("{task}/lines")
    @SignedIn
    public LineList lines(
            @PathParam("task") String task,
            @QueryParam("outcome") String outcome,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        int size = Page.limit(limit);
        int from = Math.toIntExact(Math.min(Integer.MAX_VALUE, Page.after(after).orElse(0L)));
        List<Task.Line> found = tasks.lines(actor, number(task), from, size + 1, Page.text(outcome));
        Page<LineView> page = Page.of(found, size, LineView::of, line -> Integer.toString(line.position()));
        return new LineList(page.items(), page.next());
    }

    /** Stops it. */
    @DELETE
    @Path("{task}")
    @SignedIn
    public TaskView cancel(@PathParam("task") String task, @Context Actor actor) {
        return TaskView.of(tasks.cancel(actor, number(task)));
    }

    /** Goes on with one that failed or was stopped. */
    @POST
    @Path("{task}/resumption")
    @SignedIn
    public TaskView resume(@PathParam("task") String task, @Context Actor actor) {
        return TaskView.of(tasks.resume(actor, number(task)));
    }

    private static long number(String task) {
        if (!task.matches("\\d{1,18}")) {
            throw Problem.notFound("task_not_found", task.length() > 20 ? task.substring(0, 20) : task);
        }
        return Long.parseLong(task);
    }
}
