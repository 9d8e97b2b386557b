package org.jutong.publication.internal.rest;

import java.time.Instant;
import java.util.List;
import org.jutong.publication.Publication.Check;
import org.jutong.publication.Publication.Fault;
import org.jutong.publication.Publication.Run;
import org.jutong.publication.Publication.State;

/** Shapes of requests and answers. */
final class PublicationBodies {

    private PublicationBodies() {}

    /** Whether changes are to be followed. */
    record Following(Boolean following) {}

    /**
     * How this node's tree stands.
     *
     * @param lastRun {@code null} before the first
     * @param lastCheck {@code null} before the first
     */
    record StateView(
            String folder, boolean following, String phase, int done, int total, RunView lastRun, CheckView lastCheck) {

        static StateView of(State state) {
            return new StateView(
                    state.folder(),
                    state.following(),
                    state.phase().id(),
                    state.done(),
                    state.total(),
                    state.lastRun().map(RunView::of).orElse(null),
                    state.lastCheck().map(CheckView::of).orElse(null));
        }
    }

    /** A run over all sites. */
    record RunView(int pages, int written, int removed, int failed, Instant ended, double seconds) {

        static RunView of(Run run) {
            return new RunView(run.pages(), run.written(), run.removed(), run.failed(), run.ended(), run.seconds());
        }
    }

    /** A check; at most a hundred faults are shown. */
    record CheckView(boolean sound, int files, int faults, List<Fault> first, Instant ended) {

        static CheckView of(Check check) {
            return new CheckView(check.faults() == 0, check.files(), check.faults(), check.first(), check.ended());
        }
    }
}
