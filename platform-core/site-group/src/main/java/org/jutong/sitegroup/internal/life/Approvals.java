package org.jutong.sitegroup.internal.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.SiteState;
import org.jutong.sitegroup.Step;

/**
 * The round of approvals that a site is in: the levels above it, from the nearest to the top, agree one after the
 * other (逐级审核). Each by somebody else, and none by who asked.
 *
 * @param asked the step that asked for it
 * @param given the approvals so far
 * @param open the levels that still have to agree, the next one first
 */
record Approvals(Step asked, List<Step> given, List<SiteCode> open) {

    /** @param above the sites above, the nearest first */
    static Approvals of(SiteState state, List<Step> steps, List<SiteCode> above) {
        Step.Kind asks = state == SiteState.APPLIED ? Step.Kind.APPLY : Step.Kind.MERGE;
        if (state != SiteState.APPLIED && state != SiteState.MERGING) {
            throw Problem.conflict("nothing_to_approve");
        }
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            from = steps.get(i).kind() == asks ? i : from;
        }
        List<Step> round = steps.subList(from, steps.size());
        if (state == SiteState.MERGING && round.stream().noneMatch(s -> s.kind() == Step.Kind.CONTENT_MOVED)) {
            throw Problem.conflict("content_not_moved");
        }
        List<Step> given =
                round.stream().filter(s -> s.kind() == Step.Kind.APPROVE).toList();
        Set<SiteCode> agreed =
                given.stream().map(Step::level).flatMap(Optional::stream).collect(Collectors.toSet());
        List<SiteCode> open = new ArrayList<>(above);
        open.removeAll(agreed);
        return new Approvals(round.get(0), given, List.copyOf(open));
    }

    /** The level whose turn it is. */
    SiteCode next() {
        return open.get(0);
    }

    boolean isLast() {
        return open.size() == 1;
    }

    /** @throws Problem {@code own_application}, {@code approved_already} */
    void checkWho(String username) {
        if (asked.by().equals(username)) {
            throw Problem.conflict("own_application");
        }
        if (given.stream().anyMatch(step -> step.by().equals(username))) {
            throw Problem.conflict("approved_already");
        }
    }
}
