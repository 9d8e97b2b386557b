package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jutong.runtime.Texts;
import org.jutong.sitegroup.Pushes.Outcome;
import org.jutong.sitegroup.Pushes.Target;
import org.jutong.sitegroup.Receiving.Waiting;
import org.jutong.sitegroup.Site;
import org.jutong.sitegroup.Sites;
import org.jutong.sitegroup.internal.PushWords;

/** The shapes of what pushes do with sites, and of what sites answer. */
public final class PushBodies {

    private PushBodies() {}

    /** What to think through. */
    public record PlanRequest(Long article, String subtree, String column) {}

    /** What would become of every site. */
    public record PlanView(int placed, int present, int waiting, int leftOut, List<TargetView> items) {

        static PlanView of(List<Target> targets, Sites sites, Texts texts, Locale language) {
            return new PlanView(
                    count(targets, Outcome.PLACED),
                    count(targets, Outcome.PRESENT),
                    count(targets, Outcome.WAITING),
                    count(targets, Outcome.LEFT_OUT),
                    targets.stream()
                            .map(target -> TargetView.of(target, sites, texts, language))
                            .toList());
        }

        private static int count(List<Target> targets, Outcome outcome) {
            return (int) targets.stream()
                    .filter(target -> target.outcome() == outcome)
                    .count();
        }
    }

    /** What becomes of one site; {@code reason} is stable, {@code words} say it. */
    public record TargetView(String site, String name, String column, String outcome, String reason, String words) {

        static TargetView of(Target target, Sites sites, Texts texts, Locale language) {
            return new TargetView(
                    target.site().value(),
                    sites.find(target.site()).map(Site::name).orElse(""),
                    target.column(),
                    target.outcome().id(),
                    target.reason().orElse(null),
                    PushWords.of(texts, language, target));
        }
    }

    /** A page of sites. */
    public record TargetList(List<TargetView> items, String next) {}

    /** Whether a site wants to be asked. */
    public record ReceivingView(boolean asks) {}

    /** What a site wants from now on. */
    public record ReceivingRequest(Boolean asks, String reason) {}

    /** Why. */
    public record ReasonRequest(String reason) {}

    /** An article that waits. */
    public record WaitingView(
            long article, String title, String owner, String column, long push, String by, Instant since) {
        static WaitingView of(Waiting w) {
            return new WaitingView(w.article(), w.title(), w.owner().value(), w.column(), w.push(), w.by(), w.since());
        }
    }

    /** A page of them. */
    public record WaitingList(List<WaitingView> items, String next) {}
}
