package org.jutong.sitegroup.internal.rules;

import java.util.Arrays;
import java.util.Optional;
import org.jutong.plugin.Problem;
import org.jutong.plugin.SiteCode;
import org.jutong.sitegroup.Level;
import org.jutong.sitegroup.PushRules.Selection;
import org.jutong.sitegroup.PushRules.Span;

/** Reads which sites somebody means. */
public final class Selections {

    private Selections() {}

    /**
     * From what was typed.
     *
     * @param field names it in refusals
     * @param span {@code null} or empty for the site alone
     * @param level {@code null} or empty for all
     * @throws Problem {@code rule_span_unknown}, {@code rule_level_unknown}, {@code invalid_site_code} (400)
     */
    public static Selection of(String field, String site, String span, String level) {
        Span chosen = given(span)
                .map(id -> Arrays.stream(Span.values())
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("rule_span_unknown", field)))
                .orElse(Span.SITE);
        Optional<Level> only = given(level)
                .map(id -> Arrays.stream(Level.values())
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("rule_level_unknown", field)));
        return new Selection(new SiteCode(site), chosen, only);
    }

    private static Optional<String> given(String typed) {
        return Optional.ofNullable(typed).filter(text -> !text.isBlank());
    }
}
