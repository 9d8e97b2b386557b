package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Filing;
import org.jutong.sitegroup.Filing.SecurityTest;
import org.jutong.sitegroup.SiteLife.Why;
import org.jutong.sitegroup.Step;
import org.jutong.sitegroup.StoredFile;
import org.jutong.sitegroup.internal.rest.SiteBody.SiteRequest;

/** The shapes of the life of a site in REST. */
public final class LifeBodies {

    private LifeBodies() {}

    /** Why a step is made. */
    public record Because(String reason, List<Long> documents) {

        static Why given(Because because) {
            return Optional.ofNullable(because)
                    .map(b -> new Why(
                            b.reason(), Optional.ofNullable(b.documents()).orElse(List.of())))
                    .orElseGet(() -> Why.because(null));
        }
    }

    /** An application. */
    public record Application(SiteRequest site, String reason, List<Long> documents) {

        static Application given(Application application) {
            return Optional.ofNullable(application).orElseGet(() -> new Application(null, null, null));
        }

        Why why() {
            return Because.given(new Because(reason, documents));
        }
    }

    /** A temporary closure. */
    public record Pause(String until, Boolean unforeseen, String reason, List<Long> documents) {

        static Pause given(Pause pause) {
            return Optional.ofNullable(pause).orElseGet(() -> new Pause(null, null, null, null));
        }

        Why why() {
            return Because.given(new Because(reason, documents));
        }
    }

    /** A merger. */
    public record Merger(String into, Map<String, String> columns, String reason, List<Long> documents) {

        static Merger given(Merger merger) {
            return Optional.ofNullable(merger).orElseGet(() -> new Merger(null, null, null, null));
        }

        Why why() {
            return Because.given(new Because(reason, documents));
        }
    }

    /** A move below another site. */
    public record Move(String parent, String reason, List<Long> documents) {

        static Move given(Move move) {
            return Optional.ofNullable(move).orElseGet(() -> new Move(null, null, null));
        }

        Why why() {
            return Because.given(new Because(reason, documents));
        }
    }

    /** The same step for many sites. */
    public record Many(String step, List<String> sites, String reason, List<Long> documents) {

        static Many given(Many many) {
            return Optional.ofNullable(many).orElseGet(() -> new Many(null, null, null, null));
        }

        Why why() {
            return Because.given(new Because(reason, documents));
        }

        List<SiteCode> codes() {
            return Optional.ofNullable(sites).orElse(List.of()).stream()
                    .map(code -> new SiteCode(Optional.ofNullable(code).orElse("")))
                    .toList();
        }
    }

    /** What a site has filed; as a request with the reason of the change. */
    public record FilingBody(
            String sponsor,
            String contact,
            String icp,
            String police,
            String emblem,
            String testedOn,
            String testedBy,
            Boolean testPassed,
            String reason,
            List<Long> documents) {

        static FilingBody of(Filing filing) {
            return new FilingBody(
                    filing.sponsor().orElse(null),
                    filing.contact().orElse(null),
                    filing.icp().orElse(null),
                    filing.police().orElse(null),
                    filing.emblem().orElse(null),
                    filing.test().map(test -> test.on().toString()).orElse(null),
                    filing.test().map(SecurityTest::by).orElse(null),
                    filing.test().map(SecurityTest::passed).orElse(null),
                    null,
                    null);
        }

        static FilingBody given(FilingBody body) {
            return Optional.ofNullable(body)
                    .orElseGet(() -> new FilingBody(null, null, null, null, null, null, null, null, null, null));
        }

        Filing filing() {
            return new Filing(
                    Page.text(sponsor),
                    Page.text(contact),
                    Page.text(icp),
                    Page.text(police),
                    Page.text(emblem),
                    Page.text(testedOn)
                            .map(on -> new SecurityTest(
                                    day(on, "tested_on_invalid", "testedOn"),
                                    testedBy,
                                    Boolean.TRUE.equals(testPassed))));
        }

        Why why() {
            return Because.given(new Because(reason, documents));
        }
    }

    /** A document. */
    public record FileView(long id, String name, String type, long size, String sha256) {

        static FileView of(StoredFile file) {
            return new FileView(file.id(), file.name(), file.type(), file.size(), file.sha256());
        }
    }

    /** A step. */
    public record StepView(
            long id,
            String kind,
            String state,
            String level,
            String by,
            Instant at,
            String reason,
            List<FileView> documents,
            Map<String, String> facts) {

        static StepView of(Step step) {
            return new StepView(
                    step.id(),
                    step.kind().id(),
                    step.state().id(),
                    step.level().map(SiteCode::value).orElse(null),
                    step.by(),
                    step.at(),
                    step.reason(),
                    step.documents().stream().map(FileView::of).toList(),
                    step.facts());
        }
    }

    /** The life of a site so far and what can come next. */
    public record StepList(List<StepView> items, List<String> next) {}

    /** A calendar day, or a refusal that names the field. */
    static LocalDate day(String text, String code, String field) {
        try {
            return LocalDate.parse(Optional.ofNullable(text).orElse("").strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid(code, field);
        }
    }
}
