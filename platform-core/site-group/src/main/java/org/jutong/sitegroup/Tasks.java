package org.jutong.sitegroup;

import java.util.List;
import java.util.Optional;
import org.jutong.plugin.Actor;
import org.jutong.plugin.SiteCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Long work. A task is picked up by any node of the platform; when the node dies another one goes on where it stopped.
 * Thread-safe.
 */
@ProviderType
public interface Tasks {

    /** Those the actor may see, newest first: their own, and those of sites that they manage. */
    List<Task> list(Actor by, Optional<SiteCode> site, Optional<Long> before, int limit);

    /** @throws org.jutong.plugin.Problem {@code task_not_found} (404), also for one the actor may not see */
    Task get(Actor by, long id);

    /** What became of its items, after a position, of one outcome where it is given. */
    List<Task.Line> lines(Actor by, long id, int after, int limit, Optional<String> outcome);

    /** Stops it; what is done stays done. @throws org.jutong.plugin.Problem {@code task_over} (409) */
    Task cancel(Actor by, long id);

    /** Goes on with one that failed or was stopped. @throws org.jutong.plugin.Problem {@code task_not_stopped} (409) */
    Task resume(Actor by, long id);
}
