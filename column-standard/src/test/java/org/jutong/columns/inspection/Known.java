package org.jutong.columns.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A site of which everything is known and sound, and what goes wrong with it. */
final class Known {

    static final InspectionRules RULES = InspectionRules.load();
    static final Set<String> ALL =
            Set.of("name", "ground", "conditions", "materials", "place", "hours", "telephone", "steps");

    final LocalDate today;
    SiteEvidence.Home home;
    List<SiteEvidence.Column> columns = new ArrayList<>();
    boolean channel = true;
    List<SiteEvidence.Letter> letters = new ArrayList<>();
    List<SiteEvidence.Guide> guides = new ArrayList<>();
    List<SiteEvidence.DayOfVisits> visits = new ArrayList<>();
    List<SiteEvidence.Incident> incidents = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<String> partly = Set.of();

    Known(String today) {
        this.today = LocalDate.parse(today);
        home = new SiteEvidence.Home(false, Optional.of(noon(this.today)));
        guides.add(new SiteEvidence.Guide("1", "办证", ALL));
        IntStream.rangeClosed(1, 7)
                .forEach(back -> visits.add(new SiteEvidence.DayOfVisits(this.today.minusDays(back), 100, 0)));
        RULES.scoring().deductions().stream().filter(i -> i.clock().isEmpty()).forEach(i -> counts.put(i.id(), 0));
    }

    /** Noon in Beijing. */
    static Instant noon(LocalDate day) {
        return day.atTime(4, 0).toInstant(ZoneOffset.UTC);
    }

    Known columns(int number, String clock, boolean firstLevel, LocalDate last) {
        for (int i = 0; i < number; i++) {
            columns.add(new SiteEvidence.Column(
                    clock + columns.size(),
                    "栏目",
                    firstLevel,
                    Optional.of(clock),
                    Optional.of(noon(last)),
                    false,
                    false));
        }
        return this;
    }

    Known column(String clock, boolean blank, boolean undated) {
        columns.add(new SiteEvidence.Column(
                "c" + columns.size(), "栏目", true, Optional.of(clock), Optional.empty(), blank, undated));
        return this;
    }

    Known letter(String kind, LocalDate received) {
        letters.add(new SiteEvidence.Letter("L" + letters.size(), kind, noon(received)));
        return this;
    }

    Known visits(int total, int slow) {
        visits.replaceAll(v -> new SiteEvidence.DayOfVisits(v.day(), total, slow));
        return this;
    }

    SiteEvidence evidence() {
        return new SiteEvidence(
                "5201000001",
                Optional.of(home),
                Optional.of(columns),
                Optional.of(new SiteEvidence.Letters(channel, letters)),
                Optional.of(guides),
                Optional.of(visits),
                Optional.of(incidents),
                counts,
                partly);
    }

    /** Just before midnight in Beijing, when it is still the day before in Greenwich. */
    Clock clock() {
        return Clock.fixed(today.atTime(23, 59).toInstant(ZoneOffset.ofHours(8)), ZoneOffset.UTC);
    }

    Inspection inspect() {
        return Inspection.of(evidence(), RULES, clock());
    }

    Veto veto(Veto.Kind kind) {
        return inspect().vetoes().get(kind.ordinal());
    }
}
