package org.jutong.sitegroup.internal.inspection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jutong.columns.inspection.Inspection;
import org.jutong.columns.inspection.Inspection.FirstVeto;
import org.jutong.columns.inspection.Veto;
import org.jutong.plugin.SiteCode;

/**
 * What an inspection of a site came to.
 *
 * @param site the site
 * @param on the day, by the calendar of Beijing
 * @param at when
 * @param rules the version of the rules
 * @param verdict {@code passed}, {@code failed} or {@code undecided}
 * @param vetoes the ids of those that apply
 * @param score the most that the score can be
 * @param least the least that it can be
 * @param first the veto that comes first
 * @param place where it stands among all sites, the worst lowest
 */
public record Inspected(
        SiteCode site,
        LocalDate on,
        Instant at,
        String rules,
        String verdict,
        List<String> vetoes,
        BigDecimal score,
        BigDecimal least,
        Optional<FirstVeto> first,
        long place) {

    private static final int FAR = 9_999;

    static Inspected of(SiteCode site, Inspection inspection, Instant at) {
        List<String> hit = inspection.vetoes().stream()
                .filter(v -> v.state() == Veto.State.HIT)
                .map(v -> v.kind().id())
                .toList();
        return new Inspected(
                site,
                inspection.on(),
                at,
                inspection.rules(),
                inspection.verdict().name().toLowerCase(Locale.ROOT),
                hit,
                inspection.score().total(),
                inspection.score().least(),
                inspection.firstVeto(),
                place(inspection, hit.size()));
    }

    /** Failed before undecided before passed, then by vetoes, by days that are left, by the least score. */
    private static long place(Inspection inspection, int hits) {
        long verdict = switch (inspection.verdict()) {
            case FAILED -> 0;
            case UNDECIDED -> 1;
            case PASSED -> 2;
        };
        long days =
                inspection.firstVeto().map(FirstVeto::days).filter(d -> d < FAR).orElse(FAR);
        long score = inspection.score().least().movePointRight(2).longValue();
        return ((verdict * 10 + Veto.Kind.values().length - hits) * (FAR + 1) + days) * 100_000 + score;
    }
}
