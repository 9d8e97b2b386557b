package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jutong.sitegroup.internal.evidence.EvidenceWords;
import org.jutong.sitegroup.internal.evidence.Facts;
import org.jutong.sitegroup.internal.evidence.Observation;
import org.jutong.sitegroup.internal.evidence.Observations;
import org.jutong.sitegroup.internal.rest.LifeBodies.FileView;

/** The shapes of evidence in REST. */
public final class EvidenceBodies {

    private EvidenceBodies() {}

    /** What is to be recorded. */
    public record EvidenceBody(String kind, String day, Facts facts, String words, Long document) {

        static Observations.Given given(EvidenceBody body) {
            return Optional.ofNullable(body)
                    .map(b -> new Observations.Given(b.kind, b.day, b.facts, b.words, b.document))
                    .orElseGet(() -> new Observations.Given(null, null, null, null, null));
        }
    }

    /** That it does not stand any more. */
    public record TakenBackView(String by, Instant at, String reason) {}

    /** What was observed. */
    public record EvidenceView(
            long id,
            String site,
            String kind,
            String title,
            LocalDate day,
            Facts facts,
            String words,
            String says,
            LocalDate until,
            FileView document,
            String by,
            Instant at,
            TakenBackView takenBack) {

        static EvidenceView of(Observation seen, Optional<LocalDate> until, EvidenceWords words) {
            return new EvidenceView(
                    seen.id(),
                    seen.site().value(),
                    seen.kind().id(),
                    words.kind(seen.kind()),
                    seen.day(),
                    seen.facts(),
                    seen.words(),
                    words.say(seen),
                    until.orElse(null),
                    seen.document().map(FileView::of).orElse(null),
                    seen.by(),
                    seen.at(),
                    seen.takenBack()
                            .map(end -> new TakenBackView(end.by(), end.at(), end.reason()))
                            .orElse(null));
        }
    }

    /** A page of them. */
    public record EvidenceList(List<EvidenceView> items, String next) {}

    /** Something that has a name. */
    public record Named(String id, String title) {}

    /** What can be recorded, as the inspection rules have it. */
    public record EvidenceRules(
            String version,
            List<Named> kinds,
            List<Named> sorts,
            List<Named> elements,
            List<Named> items,
            List<Named> subjects,
            int visitDays,
            int visitsMoreThan) {}
}
