package org.jutong.interaction.internal.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jutong.interaction.Letter;

/**
 * A letter as a page shows it: never with name or contact. Dates are {@code YYYY-MM-DD}; what is absent is
 * {@code null}, which a template reads as absent.
 */
public record LetterText(
        long id,
        String code,
        String type,
        String title,
        List<String> paragraphs,
        String state,
        String created,
        List<String> answer,
        String answered,
        String published) {

    static LetterText of(Letter letter, ZoneId zone) {
        return new LetterText(
                letter.id(),
                letter.code().value(),
                letter.type().label(),
                letter.title(),
                letter.paragraphs(),
                letter.state().label(),
                date(letter.created(), zone),
                letter.answer().map(Letter.Answer::paragraphs).orElse(null),
                letter.answer().map(answer -> date(answer.at(), zone)).orElse(null),
                letter.publishedAt().map(at -> date(at, zone)).orElse(null));
    }

    private static String date(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().toString();
    }
}
