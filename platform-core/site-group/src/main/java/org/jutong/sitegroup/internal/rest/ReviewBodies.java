package org.jutong.sitegroup.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.sitegroup.Articles.Draft;
import org.jutong.sitegroup.Reviews.Note;
import org.jutong.sitegroup.Reviews.Review;
import org.jutong.sitegroup.Reviews.Stage;
import org.jutong.sitegroup.Reviews.Timing;
import org.jutong.sitegroup.Reviews.Waiting;
import org.jutong.sitegroup.Versions.Line;
import org.jutong.sitegroup.Versions.Piece;
import org.jutong.sitegroup.Versions.Version;

/** The shapes of versions and reviews on REST. */
public final class ReviewBodies {

    private ReviewBodies() {}

    /** Which text is submitted, and when it is published then: {@code at_once} (without it), {@code at} or {@code by_hand}. */
    public record SubmissionRequest(Integer version, String publish, String at) {

        static final SubmissionRequest EMPTY = new SubmissionRequest(null, null, null);

        Timing timing() {
            return switch (Optional.ofNullable(publish).orElse("at_once")) {
                case "at_once" -> Timing.AT_ONCE;
                case "by_hand" -> Timing.BY_HAND;
                case "at" ->
                    Timing.at(ArticleBodies.time(
                            "at", Page.text(at).orElseThrow(() -> Problem.invalid("schedule_missing", "at"))));
                default -> throw Problem.invalid("publish_unknown", "publish");
            };
        }
    }

    /** Which text is masked. */
    public record MaskingRequest(Integer version) {}

    /** Why it is taken off. */
    public record WithdrawalRequest(String reason) {}

    /** {@code approve} or {@code return} of the version that was read. */
    public record ReviewRequest(String decision, Integer number, String remark) {}

    /** An old text to write anew; {@code version} is the one of the article that the editor saw. */
    public record RestoreRequest(Integer number, Integer version) {}

    /** An entry of the history. */
    public record NoteView(int number, Integer stage, String decision, String by, Instant at, String remark) {
        static NoteView of(Note note) {
            return new NoteView(
                    note.number(),
                    note.stage() == 0 ? null : note.stage(),
                    ArticleBodies.name(note.decision()),
                    note.by(),
                    note.at(),
                    note.remark().isEmpty() ? null : note.remark());
        }
    }

    /** A stage of the route. */
    public record StageView(
            int number, String title, String permission, String site, NoteView passed, boolean current, boolean open) {
        static StageView of(Stage stage, Locale language) {
            return new StageView(
                    stage.number(),
                    titled(stage.title(), language),
                    stage.permission(),
                    stage.site().value(),
                    stage.passed().map(NoteView::of).orElse(null),
                    stage.current(),
                    stage.open());
        }
    }

    /** Where an article is on its route. */
    public record ReviewView(
            int number, List<StageView> stages, String publish, Instant at, List<NoteView> history, String takenOver) {
        static ReviewView of(Review review, Locale language) {
            return new ReviewView(
                    review.number(),
                    review.stages().stream()
                            .map(stage -> StageView.of(stage, language))
                            .toList(),
                    review.timing().map(t -> ArticleBodies.name(t.when())).orElse(null),
                    review.timing().flatMap(Timing::at).orElse(null),
                    review.history().stream().map(NoteView::of).toList(),
                    review.takenOver().orElse(null));
        }
    }

    /** A text that waits for whoever asks. */
    public record WaitingView(
            long id,
            String owner,
            String title,
            String column,
            String contentClass,
            boolean correction,
            int stage,
            String stageTitle,
            String submittedBy,
            Instant submittedAt) {
        static WaitingView of(Waiting waiting, Locale language) {
            return new WaitingView(
                    waiting.article().id(),
                    waiting.article().owner().value(),
                    waiting.article().title(),
                    waiting.article().column(),
                    waiting.article().contentClass().name(),
                    waiting.article().correction().isPresent(),
                    waiting.stage(),
                    titled(waiting.title(), language),
                    waiting.submittedBy(),
                    waiting.at());
        }
    }

    /** What waits. */
    public record WaitingList(List<WaitingView> items) {}

    /** A text of an article; without its fields in a list. */
    public record VersionView(
            int number,
            String by,
            Instant at,
            String note,
            boolean shown,
            String title,
            String source,
            String author,
            String body,
            String column,
            Instant published,
            String documentNumber,
            String indexNumber,
            String subjectClass,
            String contentClass) {

        static VersionView line(Version v) {
            return new VersionView(
                    v.number(),
                    v.by(),
                    v.at(),
                    v.note().isEmpty() ? null : v.note(),
                    v.shown(),
                    v.text().title(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        static VersionView of(Version v) {
            Draft text = v.text();
            return new VersionView(
                    v.number(),
                    v.by(),
                    v.at(),
                    v.note().isEmpty() ? null : v.note(),
                    v.shown(),
                    text.title(),
                    text.source(),
                    text.author(),
                    text.body(),
                    text.column(),
                    text.published().orElse(null),
                    text.document().number().orElse(null),
                    text.document().index().orElse(null),
                    text.document().subject().orElse(null),
                    text.contentClass().name());
        }
    }

    /** How one version became another. */
    public record DifferencesView(int from, int to, List<LineView> lines) {}

    /** A line of two texts beside each other. */
    public record LineView(String field, String kind, List<Piece> old, List<Piece> now) {
        static LineView of(Line line) {
            return new LineView(line.field(), ArticleBodies.name(line.kind()), line.old(), line.now());
        }
    }

    /** The texts that an article had. */
    public record VersionList(List<VersionView> items) {}

    private static String titled(Map<String, String> titles, Locale language) {
        return titles.getOrDefault(language.toLanguageTag(), titles.get("zh-CN"));
    }
}
