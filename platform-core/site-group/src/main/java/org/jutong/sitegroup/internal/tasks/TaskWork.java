package org.jutong.sitegroup.internal.tasks;

import org.jutong.plugin.Problem;

/** A kind of long work; registered as an OSGi service. */
public interface TaskWork {

    /** Its name in the tables, such as {@code import}. */
    String kind();

    /**
     * Does it, from where {@link TaskRun#mark} says on; may be called again for what was done last when the node died
     * in between, and then does nothing for that.
     *
     * @return what is worth knowing of the result, in Chinese; may be empty
     * @throws Problem where it cannot go on; somebody may resume it later
     */
    String run(TaskRun run);
}
